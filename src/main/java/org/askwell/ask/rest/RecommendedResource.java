package org.askwell.ask.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.askwell.ask.PinService;
import org.askwell.ask.Recommendation;
import org.askwell.common.Places;
import org.askwell.common.Settings;
import org.askwell.common.Slice;
import org.jspecify.annotations.Nullable;

/** What is worth asking anywhere. */
@Path("questions/recommended")
@Produces(MediaType.APPLICATION_JSON)
public class RecommendedResource {

    private static final int FEW = 10;

    @Inject
    PinService service;

    /** In your language: what desks have pinned, what was shown most first, then what is answered most of late. */
    @GET
    public RecommendedQuestions everywhere(@QueryParam("limit") @Nullable Integer limit) {
        return RecommendedQuestions.of(service.recommended(null, most(limit), most(limit)));
    }

    static int most(@Nullable Integer limit) {
        return limit == null ? FEW : Math.min(PinService.MOST, Slice.limit(limit));
    }

    public record RecommendedQuestions(
            List<RecommendedQuestion> items, @Nullable String nextCursor) {

        static RecommendedQuestions of(List<Recommendation> recommended) {
            return new RecommendedQuestions(
                    recommended.stream().map(RecommendedQuestion::of).toList(), null);
        }
    }

    /**
     * @param kind PINNED: asked in these words, it is answered with what the desk has chosen; COMPUTED: how curators word
     *     what an article answers
     * @param desk empty for a computed one of the whole company
     */
    public record RecommendedQuestion(String kind, String question, String desk, String article, String url) {

        static RecommendedQuestion of(Recommendation it) {
            return new RecommendedQuestion(
                    it.kind().name(),
                    it.question(),
                    it.desk(),
                    it.article().value(),
                    Settings.baseUrl() + "/" + Places.article(it.article().value()));
        }
    }
}
