package org.askwell.ticket.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.askwell.ticket.Priority;
import org.askwell.ticket.macro.MacroEnding;
import org.askwell.ticket.macro.MacroId;
import org.askwell.ticket.macro.MacroRow;
import org.askwell.ticket.macro.MacroService;
import org.askwell.ticket.macro.MacroWords;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/** The macros of a desk: read by those who work there, kept by its owners. */
@Path("desks/{desk}/macros")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MacrosResource {

    @Inject
    MacroService macros;

    @GET
    public List<MacroBody> list(@PathParam("desk") String desk) {
        return macros.of(desk).stream().map(MacroBody::of).toList();
    }

    @POST
    @APIResponseSchema(value = MacroBody.class, responseCode = "201")
    public Response add(@PathParam("desk") String desk, @Valid @NotNull MacroOrder order) {
        var added = macros.add(desk, order.words());
        return Response.created(URI.create("/api/desks/" + desk + "/macros/" + added.id()))
                .entity(MacroBody.of(added))
                .build();
    }

    @PUT
    @Path("{id}")
    public MacroBody rewrite(
            @PathParam("desk") String desk, @PathParam("id") MacroId id, @Valid @NotNull MacroOrder order) {
        return MacroBody.of(macros.rewrite(desk, id, order.words()));
    }

    @DELETE
    @Path("{id}")
    public void delete(@PathParam("desk") String desk, @PathParam("id") MacroId id) {
        macros.delete(desk, id);
    }

    public record MacroOrder(
            @Nullable @Size(max = 120) String nameZh,
            @Nullable @Size(max = 120) String nameEn,
            @Nullable @Size(max = 20_000) String textZh,
            @Nullable @Size(max = 20_000) String textEn,
            boolean takes,
            @Nullable Priority priority,
            @Nullable List<@NotNull String> tags,
            @Nullable MacroEnding ending) {

        MacroWords words() {
            return new MacroWords(
                    text(nameZh),
                    text(nameEn),
                    text(textZh),
                    text(textEn),
                    takes,
                    priority,
                    tags == null ? List.of() : tags,
                    Objects.requireNonNullElse(ending, MacroEnding.REPLY));
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }
    }

    public record MacroBody(
            String id,
            String nameZh,
            String nameEn,
            String textZh,
            String textEn,
            boolean takes,
            @Nullable Priority priority,
            List<String> tags,
            MacroEnding ending) {

        static MacroBody of(MacroRow it) {
            var words = it.words();
            return new MacroBody(
                    it.id().value(),
                    words.nameZh(),
                    words.nameEn(),
                    words.textZh(),
                    words.textEn(),
                    words.takes(),
                    words.priority(),
                    words.tags(),
                    words.ending());
        }
    }
}
