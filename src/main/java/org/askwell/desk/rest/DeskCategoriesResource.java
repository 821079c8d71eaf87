package org.askwell.desk.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.askwell.desk.Category;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.jspecify.annotations.Nullable;

/** What the tickets of a desk are about, on two levels. Categories are retired, never deleted. */
@Path("desks/{desk}/categories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DeskCategoriesResource {

    @Inject
    DeskSchemas schemas;

    @Inject
    DeskService desks;

    /** In their order, each followed by those that belong to it. */
    @GET
    public DeskCategories list(@PathParam("desk") String desk) {
        var schema = schemas.of(desks.desk(desk).slug());
        return new DeskCategories(
                schema.categoryNeeded(),
                schema.categories().stream().map(CategoryBody::of).toList());
    }

    /** Order, and whether resolving needs a category; what is left out stays. */
    @PUT
    public DeskCategories arrange(@PathParam("desk") String desk, @Valid @NotNull CategoryOrder body) {
        if (body.requiredToResolve() != null) {
            schemas.needCategory(desk, body.requiredToResolve());
        }
        if (body.order() != null) {
            schemas.orderCategories(desk, body.order());
        }
        return list(desk);
    }

    /** Makes the category, or changes it. */
    @PUT
    @Path("{category}")
    public void put(
            @PathParam("desk") String desk,
            @PathParam("category") String category,
            @Valid @NotNull CategoryNames body) {
        schemas.put(
                desk,
                new Category(
                        category,
                        body.parent() == null || body.parent().isBlank() ? null : body.parent(),
                        body.nameZh(),
                        body.nameEn(),
                        Boolean.TRUE.equals(body.retired())));
    }

    /** @param order short names; categories that are not named follow */
    public record CategoryOrder(
            @Nullable Boolean requiredToResolve,
            @Nullable @Size(max = 300) List<@NotBlank String> order) {}

    /** @param parent the category of the first level that it belongs to */
    public record CategoryNames(
            @NotBlank @Size(max = 120) String nameZh,
            @NotBlank @Size(max = 120) String nameEn,
            @Nullable @Size(max = 40) String parent,
            @Nullable Boolean retired) {}

    public record DeskCategories(boolean requiredToResolve, List<CategoryBody> items) {}

    public record CategoryBody(String slug, @Nullable String parent, String nameZh, String nameEn, boolean retired) {

        static CategoryBody of(Category it) {
            return new CategoryBody(it.slug(), it.parent(), it.nameZh(), it.nameEn(), it.retired());
        }
    }
}
