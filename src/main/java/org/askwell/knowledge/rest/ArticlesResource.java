package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.rest.ApiDescription;
import org.askwell.common.rest.Idempotency;
import org.askwell.common.rest.LargestBody;
import org.askwell.knowledge.ArticleArrangement;
import org.askwell.knowledge.ArticleDetails;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.ArticlePlace;
import org.askwell.knowledge.ArticleRow;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleStatus;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.NewArticle;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.knowledge.RevisionRow;
import org.askwell.knowledge.TextDiff;
import org.askwell.people.PersonId;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The articles of the library. */
@Path("articles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ArticlesResource {

    /** The longest article, each character at its widest, and the fields around it. */
    private static final long LONGEST_TEXT = 6L * ArticleText.LONGEST_MARKDOWN + LargestBody.USUAL;

    @Inject
    ArticleService articles;

    @Inject
    ArticleArrangement arrangement;

    @Inject
    ReadableArticles readable;

    @Inject
    Idempotency idempotency;

    /** Youngest first; of the spaces one curates all, of the others what is published. */
    @GET
    public Slice<ArticleLine> list(
            @QueryParam("space") @Nullable String space,
            @QueryParam("status") @Nullable String status,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return readable.list(space, status(status), cursor, Slice.limit(limit)).map(ArticleLine::of);
    }

    /** Begins a draft; publishing it is another step. */
    @POST
    @LargestBody(LONGEST_TEXT)
    @APIResponseSchema(value = Article.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response create(@Valid @NotNull NewBody body) {
        var begun = new NewArticle(
                body.space(),
                body.language(),
                ArticleText.of(body.title(), body.markdown(), body.wordings()),
                null,
                id(body.parent()),
                id(body.translationOf()),
                body.note() == null ? "" : body.note());
        return idempotency.once(body, () -> {
            var id = articles.create(begun);
            return Idempotency.created(URI.create("/api/articles/" + id), Article.of(articles.read(id, null)));
        });
    }

    /** What readers see, or a named revision; of an article without a published one its curators get the draft. */
    @GET
    @Path("{id}")
    public Article read(@PathParam("id") ArticleId id, @QueryParam("revision") @Nullable Integer revision) {
        return Article.of(articles.read(id, revision));
    }

    /** Saves a changed text as a new draft; {@code revision} is the one it was made from. */
    @PUT
    @Path("{id}")
    @LargestBody(LONGEST_TEXT)
    public Article write(@PathParam("id") ArticleId id, @Valid @NotNull TextBody body) {
        var before = articles.read(id, body.revision());
        var text = ArticleText.of(
                body.title() == null ? before.text().title() : body.title(),
                body.markdown(),
                body.wordings() == null ? before.text().wordings() : body.wordings());
        int saved = articles.saveDraft(id, body.revision(), text, body.note() == null ? "" : body.note());
        return Article.of(articles.read(id, saved));
    }

    /** Owner, dates and tags; {@code arrangement}, where it is given, is the one that the change was made from. */
    @PUT
    @Path("{id}/details")
    public Article describe(@PathParam("id") ArticleId id, @Valid @NotNull DetailsBody body) {
        var owner = PersonId.parse(body.owner()).orElseThrow(() -> Refusal.invalid("person-unknown", body.owner()));
        arrangement.describe(
                id,
                body.arrangement(),
                ArticleDetails.of(
                        owner,
                        date(body.checkedOn()),
                        date(body.reviewOn()),
                        body.tags() == null ? List.of() : body.tags()));
        return Article.of(articles.read(id, null));
    }

    /** Somebody looked today and it is still right; the review date moves on. */
    @PUT
    @Path("{id}/check")
    public Article check(@PathParam("id") ArticleId id) {
        arrangement.markChecked(id);
        return Article.of(articles.read(id, null));
    }

    /**
     * Where it stands: the space, the article above it, the order among its neighbours. Another space has other readers;
     * the translation goes along, what stands below stays.
     */
    @PUT
    @Path("{id}/place")
    public Article place(@PathParam("id") ArticleId id, @Valid @NotNull PlaceBody body) {
        arrangement.place(
                id,
                body.arrangement(),
                new ArticlePlace(body.space(), id(body.parent()), Objects.requireNonNullElse(body.position(), 0)));
        return Article.of(articles.read(id, null));
    }

    /** Shows the newest revision to readers, or the one that is named. */
    @PUT
    @Path("{id}/publication")
    public Article publish(@PathParam("id") ArticleId id, @Nullable PublicationBody body) {
        articles.publish(id, body == null ? null : body.revision());
        return Article.of(articles.read(id, null));
    }

    @DELETE
    @Path("{id}/publication")
    public void withdraw(@PathParam("id") ArticleId id) {
        articles.withdraw(id);
    }

    @GET
    @Path("{id}/revisions")
    public Slice<Revision> revisions(
            @PathParam("id") ArticleId id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return articles.history(id, cursor, Slice.limit(limit)).map(Revision::of);
    }

    @GET
    @Path("{id}/diff")
    public Diff diff(
            @PathParam("id") ArticleId id,
            @QueryParam("from") @NotNull Integer from,
            @QueryParam("to") @NotNull Integer to) {
        var diff = articles.diff(id, from, to);
        return new Diff(
                from,
                to,
                diff.titleBefore(),
                diff.titleAfter(),
                diff.pieces().stream().map(Piece::of).toList());
    }

    private static @Nullable ArticleStatus status(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return ArticleStatus.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("article-status-unknown", text);
        }
    }

    private static @Nullable ArticleId id(@Nullable String text) {
        return text == null ? null : ArticleId.parse(text).orElseThrow(() -> Refusal.notFound("article-unknown", text));
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (java.time.DateTimeException unreadable) {
            throw Refusal.invalid("date-unreadable", text == null ? "" : text);
        }
    }

    public record NewBody(
            @NotBlank String space,
            @NotBlank String title,
            @NotBlank String language,
            @NotNull String markdown,
            @Nullable List<String> wordings,
            @Nullable String parent,
            @Nullable String translationOf,
            @Nullable String note) {}

    public record TextBody(
            @NotNull Integer revision,
            @Nullable String title,
            @NotNull String markdown,
            @Nullable List<String> wordings,
            @Nullable String note) {}

    public record DetailsBody(
            @NotBlank String owner,
            @Nullable String checkedOn,
            @Nullable String reviewOn,
            @Nullable List<@NotNull String> tags,
            @Nullable Integer arrangement) {}

    public record PlaceBody(
            @NotBlank String space,
            @Nullable String parent,
            @Nullable Integer position,
            @Nullable Integer arrangement) {}

    public record PublicationBody(@Nullable Integer revision) {}

    public record ArticleLine(
            String id,
            String space,
            @Nullable String parent,
            String title,
            String language,
            String status,
            int revision,
            @Nullable Integer publishedRevision,
            String owner,
            Instant updatedAt,
            String url) {
        static ArticleLine of(ArticleRow row) {
            return new ArticleLine(
                    row.id().value(),
                    row.space(),
                    Optional.ofNullable(row.parent()).map(ArticleId::value).orElse(null),
                    row.title(),
                    row.language(),
                    row.status().name(),
                    row.revision(),
                    row.publishedRevision(),
                    row.owner().value(),
                    row.updatedAt(),
                    "/" + Places.article(row.id().value()));
        }
    }

    /** @param revision whose text this is; offsets of citations count Unicode code points of {@code markdown} */
    public record Article(
            String id,
            String space,
            String title,
            String language,
            int revision,
            String status,
            String markdown,
            String url,
            List<String> wordings,
            String owner,
            @Nullable String checkedOn,
            @Nullable String reviewOn,
            List<String> tags,
            @Nullable String parent,
            int position,
            int arrangement,
            @Nullable String translation,
            @Nullable Integer publishedRevision,
            @Nullable Integer draftRevision,
            Instant updatedAt) {
        static Article of(ArticlePage page) {
            var details = page.details();
            var twin = page.twin();
            var parent = page.parent();
            return new Article(
                    page.id().value(),
                    page.space().slug(),
                    page.text().title(),
                    page.language(),
                    page.revision(),
                    page.status().name(),
                    page.text().markdown(),
                    "/" + Places.article(page.id().value()),
                    page.text().wordings(),
                    details.owner().value(),
                    details.checkedOn() == null ? null : details.checkedOn().toString(),
                    details.reviewOn() == null ? null : details.reviewOn().toString(),
                    details.tags(),
                    parent == null ? null : parent.id().value(),
                    page.position(),
                    page.arrangement(),
                    twin == null ? null : twin.id().value(),
                    page.publishedRevision(),
                    page.draftRevision(),
                    page.updatedAt());
        }
    }

    public record Revision(
            int revision,
            String title,
            String author,
            Instant at,
            String note,
            @Nullable Instant publishedAt) {
        static Revision of(RevisionRow row) {
            return new Revision(
                    row.number(), row.title(), row.author().value(), row.at(), row.note(), row.publishedAt());
        }
    }

    public record Diff(int from, int to, String titleBefore, String titleAfter, List<Piece> pieces) {}

    /** @param kind SAME, REMOVED or ADDED */
    public record Piece(String kind, String text) {
        static Piece of(TextDiff.Piece piece) {
            return new Piece(piece.kind().name(), piece.text());
        }
    }
}
