package org.askwell.knowledge.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.util.List;
import java.util.Locale;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.rest.ApiDescription;
import org.askwell.common.rest.Idempotency;
import org.askwell.knowledge.ReviewRule;
import org.askwell.knowledge.SpaceRow;
import org.askwell.knowledge.SpaceService;
import org.askwell.knowledge.SpaceSettings;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The spaces of the library. */
@Path("spaces")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SpacesResource {

    @Inject
    SpaceService spaces;

    @Inject
    Idempotency idempotency;

    /** The spaces one may read, by slug. */
    @GET
    public Slice<SpaceView> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        int most = Slice.limit(limit);
        var rest = spaces.readable().stream()
                .filter(it -> cursor == null || it.slug().compareTo(cursor) > 0)
                .limit(most + 1L)
                .map(SpaceView::of)
                .toList();
        return Slice.of(rest, most, SpaceView::slug);
    }

    @GET
    @Path("{space}")
    public SpaceView read(@PathParam("space") String slug) {
        return SpaceView.of(spaces.read(slug));
    }

    @POST
    @APIResponseSchema(value = SpaceView.class, responseCode = "201")
    @Parameter(ref = ApiDescription.IDEMPOTENCY_KEY)
    public Response create(@Valid @NotNull NewSpace body) {
        return idempotency.once(body, () -> {
            spaces.create(body.slug(), body.settings());
            return Idempotency.created(
                    URI.create("/api/spaces/" + body.slug()), SpaceView.of(spaces.arranged(body.slug())));
        });
    }

    @PUT
    @Path("{space}")
    public SpaceView arrange(@PathParam("space") String slug, @Valid @NotNull SpaceBody body) {
        spaces.arrange(slug, body.settings());
        return SpaceView.of(spaces.arranged(slug));
    }

    /** Whether somebody looks at a text before readers see it, and who: NONE, REVIEWED or FOUR_EYES. */
    @PUT
    @Path("{space}/review")
    public SpaceView ask(@PathParam("space") String slug, @Valid @NotNull ReviewRuleBody body) {
        spaces.ask(slug, rule(body.rule()));
        return SpaceView.of(spaces.arranged(slug));
    }

    private static ReviewRule rule(String text) {
        try {
            return ReviewRule.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("review-rule-unknown", text);
        }
    }

    /** @param rule FOUR_EYES keeps whoever wrote a text from deciding its review */
    public record ReviewRuleBody(@NotBlank String rule) {}

    /** @param visibility tokens such as {@code everyone}, {@code department:hr}, {@code group:managers}, {@code type:INTERN} */
    public record NewSpace(
            @NotBlank @Size(max = 60) String slug,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String descriptionZh,
            @Nullable String descriptionEn,
            @NotNull List<@NotNull String> visibility) {
        SpaceSettings settings() {
            return SpaceSettings.of(nameZh, nameEn, descriptionZh, descriptionEn, visibility);
        }
    }

    public record SpaceBody(
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String descriptionZh,
            @Nullable String descriptionEn,
            @NotNull List<@NotNull String> visibility) {
        SpaceSettings settings() {
            return SpaceSettings.of(nameZh, nameEn, descriptionZh, descriptionEn, visibility);
        }
    }

    public record SpaceView(
            String slug,
            String nameZh,
            String nameEn,
            String descriptionZh,
            String descriptionEn,
            List<String> visibility,
            String review,
            boolean mayWrite,
            String url) {
        static SpaceView of(SpaceRow row) {
            var settings = row.settings();
            return new SpaceView(
                    row.slug(),
                    settings.nameZh(),
                    settings.nameEn(),
                    settings.descriptionZh(),
                    settings.descriptionEn(),
                    settings.visibility().tokens(),
                    row.review().name(),
                    row.mayWrite(),
                    "/" + Places.space(row.slug()));
        }
    }
}
