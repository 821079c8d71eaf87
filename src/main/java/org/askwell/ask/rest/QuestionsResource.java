package org.askwell.ask.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askwell.ask.AskService;
import org.askwell.ask.QuestionId;
import org.askwell.ask.QuestionRow;
import org.askwell.ask.QuestionView;
import org.askwell.ask.Shortcoming;
import org.askwell.ask.ShownSentence;
import org.askwell.common.Refusal;
import org.askwell.common.Settings;
import org.askwell.common.Slice;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** Asking, saying whether it helped, and going on to a person. */
@Path("questions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class QuestionsResource {

    @Inject
    AskService service;

    /** Asks. The same text asked twice is two questions: people do that, and it means something. */
    @POST
    @APIResponseSchema(value = AnsweredQuestion.class, responseCode = "201")
    public Response ask(@Valid @NotNull NewQuestion body) {
        var conversation = body.conversation() == null ? null : named(body.conversation());
        var question = service.ask(body.text(), conversation, body.desk());
        return Response.created(URI.create("api/questions/" + question.name()))
                .entity(AnsweredQuestion.of(question))
                .build();
    }

    @GET
    public Questions mine(@QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable Integer limit) {
        var slice = service.mine(cursor, Slice.limit(limit));
        return new Questions(slice.items().stream().map(QuestionLine::of).toList(), slice.nextCursor());
    }

    @GET
    @Path("{id}")
    public AnsweredQuestion question(@PathParam("id") String id) {
        return AnsweredQuestion.of(service.question(named(id)));
    }

    @PUT
    @Path("{id}/feedback")
    public void rate(@PathParam("id") String id, @Valid @NotNull Feedback body) {
        service.rate(named(id), body.helpful(), body.shortcoming(), body.reason());
    }

    @POST
    @Path("{id}/handover")
    @APIResponseSchema(value = OpenedTicket.class, responseCode = "201")
    public Response handOver(@PathParam("id") String id, @Valid @NotNull HandingOver body) {
        var given = new LinkedHashMap<String, @Nullable String>();
        if (body.fields() != null) {
            given.putAll(body.fields());
        }
        var ticket = service.handOver(named(id), body.desk(), body.note(), body.category(), given);
        return Response.created(URI.create("api/tickets/" + ticket))
                .entity(new OpenedTicket(ticket.value(), Settings.baseUrl() + "/tickets/" + ticket))
                .build();
    }

    private static QuestionId named(String id) {
        return QuestionId.parse(id).orElseThrow(() -> Refusal.notFound("question-unknown", id));
    }

    /**
     * @param desk slug of the desk whose page it is asked on
     * @param conversation id of the first question of the conversation that it goes on with
     */
    public record NewQuestion(
            @NotNull String text,
            @Nullable @Size(max = 60) String desk,
            @Nullable String conversation) {}

    /** @param shortcoming what is wrong with an answer that did not help */
    public record Feedback(
            @NotNull Boolean helpful,
            @Nullable Shortcoming shortcoming,
            @Nullable @Size(max = 1000) String reason) {}

    /**
     * @param desk slug; the rules choose when it is missing
     * @param category one of the desk's; only where the desk is named
     * @param fields what stands in the desk's own fields, as text, by their keys; only where the desk is named
     */
    public record HandingOver(
            @Nullable @Size(max = 60) String desk,
            @Nullable @Size(max = 4000) String note,
            @Nullable @Size(max = 40) String category,
            @Nullable @Size(max = 100) Map<String, String> fields) {}

    public record OpenedTicket(String number, String url) {}

    public record Questions(
            List<QuestionLine> items, @Nullable String nextCursor) {}

    public record QuestionLine(
            String id,
            String text,
            String outcome,
            @Nullable Boolean helpful,
            @Nullable String ticket,
            Instant at) {
        static QuestionLine of(QuestionRow row) {
            return new QuestionLine(
                    row.name().value(), row.text(), row.outcome().name(), row.helpful(), row.ticket(), row.askedAt());
        }
    }

    /**
     * @param confidence between 0 and 1
     * @param sentences each with what proves it; empty unless the outcome is ANSWERED
     * @param related articles that come near; not the answer
     */
    public record AnsweredQuestion(
            String id,
            String conversation,
            String text,
            String language,
            String outcome,
            String reason,
            double confidence,
            List<Sentence> sentences,
            List<Related> related,
            @Nullable Boolean helpful,
            @Nullable String ticket,
            @Nullable String desk,
            Instant at) {

        static AnsweredQuestion of(QuestionView question) {
            return new AnsweredQuestion(
                    question.name().value(),
                    question.conversation().value(),
                    question.text(),
                    question.language(),
                    question.outcome().name(),
                    question.why().name(),
                    question.confidence(),
                    sentences(question),
                    question.offered().stream()
                            .map(it -> new Related(
                                    it.article(),
                                    it.space(),
                                    it.language(),
                                    it.title(),
                                    it.heading(),
                                    Settings.baseUrl() + "/articles/" + it.article()))
                            .toList(),
                    question.helpful(),
                    question.ticket(),
                    question.desk(),
                    question.askedAt());
        }

        private static List<Sentence> sentences(QuestionView question) {
            var sentences = new ArrayList<Sentence>();
            int position = -1;
            for (var part : question.sentences()) {
                if (part.position() != position) {
                    sentences.add(new Sentence(part.text(), part.key(), new ArrayList<>()));
                    position = part.position();
                }
                sentences
                        .getLast()
                        .citations()
                        .add(Citation.of(part, question.stale().contains(part.article())));
            }
            return sentences;
        }
    }

    public record Sentence(String text, boolean key, List<Citation> citations) {}

    /**
     * @param start Unicode code points into the Markdown of that revision, front matter not included
     * @param quote what stands there
     * @param stale whether the article should have been checked again by now
     */
    public record Citation(
            String article,
            int revision,
            String title,
            String heading,
            int start,
            int end,
            String quote,
            String url,
            boolean stale) {
        static Citation of(ShownSentence.Part part, boolean stale) {
            return new Citation(
                    part.article(),
                    part.revision(),
                    part.title(),
                    part.heading(),
                    part.start(),
                    part.end(),
                    part.quote(),
                    "%s/articles/%s?revision=%d&start=%d&end=%d"
                            .formatted(Settings.baseUrl(), part.article(), part.revision(), part.start(), part.end()),
                    stale);
        }
    }

    public record Related(String article, String space, String language, String title, String heading, String url) {}
}
