package org.askwell.routing.rest;

import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.askwell.desk.DeskService;
import org.askwell.routing.Condition;
import org.askwell.routing.RoutingRule;
import org.askwell.routing.RoutingService;
import org.askwell.routing.RuleAction;
import org.jspecify.annotations.Nullable;

/** The rules of the company, or of a desk with {@code ?desk=}: read and replaced as a whole, in their order. */
@Path("routing/rules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RoutingResource {

    @Inject
    RoutingService routing;

    @Inject
    DeskService desks;

    @GET
    public Rules get(@QueryParam("desk") @Nullable String desk) {
        var scope = scope(desk);
        var saved = routing.rules(scope);
        var by = saved.by();
        return new Rules(
                scope,
                saved.version(),
                by == null ? null : by.value(),
                saved.at(),
                saved.rules().stream().map(Rule::of).toList());
    }

    @PUT
    public Rules put(@QueryParam("desk") @Nullable String desk, @Valid @NotNull RulesBody body) {
        var scope = scope(desk);
        routing.save(
                scope, body.version(), body.rules().stream().map(Rule::rule).toList());
        return get(desk);
    }

    private @Nullable String scope(@Nullable String desk) {
        return Scopes.desk(desks, desk);
    }

    public record Rules(
            @Nullable String desk,
            int version,
            @Nullable String savedBy,
            @Nullable Instant savedAt,
            List<Rule> rules) {}

    /** @param version the one that was read; another one meanwhile is a 409. May be left out */
    public record RulesBody(
            @Nullable Integer version,
            @NotNull @Size(max = RoutingService.MOST_RULES) List<@Valid @NotNull Rule> rules) {}

    /** @param enabled true when left out */
    public record Rule(
            @NotBlank @Size(max = 120) String name,
            @Nullable Boolean enabled,
            @Nullable @Size(max = 60) String owner,
            @Nullable Condition condition,
            @Nullable @Size(max = 4000) String advanced,
            @Nullable Boolean goOn,
            @NotNull RuleAction then) {

        static Rule of(RoutingRule rule) {
            return new Rule(
                    rule.name(),
                    rule.enabled(),
                    rule.owner(),
                    rule.condition(),
                    rule.advanced(),
                    rule.goOn(),
                    rule.then());
        }

        RoutingRule rule() {
            return new RoutingRule(
                    name, !Boolean.FALSE.equals(enabled), owner, condition, advanced, Boolean.TRUE.equals(goOn), then);
        }
    }
}
