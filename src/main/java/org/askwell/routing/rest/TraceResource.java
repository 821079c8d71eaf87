package org.askwell.routing.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.routing.Condition;
import org.askwell.routing.Counterfactual;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RoutingTrace;
import org.askwell.ticket.TicketNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why a ticket is where it is. */
@Path("tickets/{number}/trace")
@Produces(MediaType.APPLICATION_JSON)
public class TraceResource {

    @Inject
    RoutingService routing;

    @GET
    public Trace trace(@PathParam("number") TicketNumber number) {
        return Trace.of(routing.trace(number).orElseThrow(() -> Refusal.notFound("trace-none", number)));
    }

    /** The smallest changes of what was known that would have sent it elsewhere, by the rules that judged it. */
    @GET
    @Path("alternatives")
    public List<TraceAlternative> alternatives(@PathParam("number") TicketNumber number) {
        return routing.alternatives(number).stream().map(TraceAlternative::of).toList();
    }

    /**
     * @param had what would have had to hold
     * @param rule that would have decided; left out for the default queue
     */
    public record TraceAlternative(
            Condition had,
            @Nullable String desk,
            String queue,
            @Nullable String rule) {

        static TraceAlternative of(Counterfactual it) {
            return new TraceAlternative(it.had(), it.desk(), it.queue(), it.rule());
        }
    }

    /** @param left how many rules do not stand here for want of space */
    public record Trace(
            Instant at,
            String reason,
            @Nullable String desk,
            String queue,
            @Nullable String won,
            int companyVersion,
            int deskVersion,
            List<Rule> rules,
            int left) {

        static Trace of(RoutingTrace it) {
            return new Trace(
                    it.at(),
                    it.reason().name(),
                    it.desk(),
                    it.queue(),
                    it.won(),
                    it.companyRules(),
                    it.deskRules(),
                    it.tried().stream().map(Rule::of).toList(),
                    it.left());
        }
    }

    /** @param desk whose rule it is; left out for the company's */
    @Schema(name = "TriedRule")
    public record Rule(
            String rule,
            @Nullable String desk,
            boolean matched,
            @Nullable String failedCondition,
            @Nullable String broken) {

        static Rule of(RoutingTrace.Tried it) {
            return new Rule(
                    it.rule(),
                    it.scope().isEmpty() ? null : it.scope(),
                    it.matched(),
                    it.failedCondition(),
                    it.broken());
        }
    }
}
