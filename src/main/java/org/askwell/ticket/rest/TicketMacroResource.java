package org.askwell.ticket.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.macro.MacroId;
import org.askwell.ticket.macro.MacroService;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** A macro on a ticket: what it would say there, and using it. */
@Path("tickets/{number}/macros/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TicketMacroResource {

    @Inject
    MacroService macros;

    @GET
    public FilledMacro words(@PathParam("number") TicketNumber number, @PathParam("id") MacroId id) {
        return new FilledMacro(macros.words(id, number));
    }

    @POST
    @APIResponse(responseCode = "204")
    public void use(
            @PathParam("number") TicketNumber number, @PathParam("id") MacroId id, @Valid @NotNull MacroUse use) {
        macros.use(id, number, use.text(), List.of());
    }

    public record FilledMacro(String text) {}

    /** @param text said in place of the macro's own words */
    public record MacroUse(@Nullable @Size(max = 20_000) String text) {}
}
