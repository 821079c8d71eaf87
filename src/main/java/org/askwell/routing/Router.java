package org.askwell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.askwell.desk.DeskSchemas;
import org.askwell.people.Caller;
import org.askwell.ticket.Priority;
import org.askwell.ticket.Reception;
import org.askwell.ticket.Requester;
import org.askwell.ticket.TicketEvent;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.jspecify.annotations.Nullable;

/**
 * Sends each ticket where the rules want it, in the transaction that opens or transfers it.
 *
 * <p>Accidents of rules stay here: a ticket whose rules break lies in its desk's default queue, or unrouted, and its
 * trace says why. Accidents of the database do not: they end the transaction, and with it the ticket.
 */
@ApplicationScoped
public class Router implements Reception {

    private static final Logger LOG = Logger.getLogger(Router.class.getName());

    @Inject
    RuleBook book;

    @Inject
    RoutingRepository traces;

    @Inject
    TicketService tickets;

    @Inject
    DeskSchemas schemas;

    @Override
    public Optional<String> deskFor(Arrival arrival) {
        var words = arrival.words();
        return Optional.ofNullable(company(Facts.of(
                        arrival.requester(),
                        words.subject(),
                        words.text(),
                        null,
                        Priority.NORMAL,
                        words.tags(),
                        words.space(),
                        arrival.hour(),
                        false))
                .desk());
    }

    /** The desk that would be chosen for these words of that person, if they became a ticket now. */
    Optional<String> deskFor(String text, @Nullable String space, Caller caller, Instant now) {
        var requester = new Requester(
                caller.id(), caller.office(), caller.department(), caller.employmentType(), caller.language());
        int hour = now.atZone(caller.zone()).getHour();
        return Optional.ofNullable(
                company(Facts.of(requester, text, "", null, Priority.NORMAL, List.of(), space, hour, false))
                        .desk());
    }

    void onOpened(@Observes TicketEvent.Opened it) {
        var tried = new ArrayList<RoutingTrace.Tried>();
        int companyVersion = 0;
        String broken = null;
        if (it.deskByRule()) {
            var verdict = company(facts(it.facts(), null));
            tried.addAll(verdict.tried());
            companyVersion = verdict.version();
            broken = verdict.broken();
        }
        settle(it.number(), it.at(), it.facts(), it.desk(), it.queue(), companyVersion, broken, tried);
    }

    void onTransferred(@Observes TicketEvent.Transferred it) {
        settle(it.number(), it.at(), it.facts(), it.desk(), it.queue(), 0, null, new ArrayList<>());
    }

    private void settle(
            TicketNumber number,
            Instant at,
            TicketEvent.Facts about,
            @Nullable String desk,
            String defaultQueue,
            int companyVersion,
            @Nullable String companyBroken,
            List<RoutingTrace.Tried> tried) {
        if (desk == null) {
            var reason = companyBroken == null ? RoutingTrace.Reason.NO_DESK : RoutingTrace.Reason.BROKEN_RULE;
            keep(number, new RoutingTrace(at, reason, null, defaultQueue, null, companyVersion, 0, tried, 0));
            return;
        }
        var verdict = judge(desk, facts(about, desk));
        tried.addAll(verdict.tried());
        var queue = verdict.placement().queue();
        tickets.place(number, verdict.placement());
        keep(
                number,
                new RoutingTrace(
                        at,
                        reason(verdict),
                        desk,
                        queue == null ? defaultQueue : queue,
                        verdict.won(),
                        companyVersion,
                        verdict.version(),
                        tried,
                        0));
    }

    private static RoutingTrace.Reason reason(CompiledRules.Verdict verdict) {
        if (verdict.broken() != null) {
            return RoutingTrace.Reason.BROKEN_RULE;
        }
        return verdict.won() == null ? RoutingTrace.Reason.DEFAULT_QUEUE : RoutingTrace.Reason.RULE;
    }

    private void keep(TicketNumber number, RoutingTrace trace) {
        traces.add(new TraceEntry(number, trace));
    }

    private CompiledRules.Verdict company(Map<String, Object> facts) {
        return judge(CompiledRules.COMPANY, facts);
    }

    private CompiledRules.Verdict judge(String scope, Map<String, Object> facts) {
        var rules = book.of(scope);
        try {
            return rules.judge(facts);
        } catch (RuntimeException accident) {
            // Pure code, so the transaction is sound; what the rules would have said is lost, the ticket is not.
            LOG.log(Level.WARNING, "The rules of '" + scope + "' failed", accident);
            var name = "?";
            return new CompiledRules.Verdict(
                    rules.version(),
                    null,
                    org.askwell.ticket.Placement.NOWHERE,
                    null,
                    name,
                    List.of(RoutingTrace.Tried.broken(scope, name, String.valueOf(accident.getMessage()))));
        }
    }

    private Map<String, Object> facts(TicketEvent.Facts about, @Nullable String desk) {
        var facts = Facts.of(
                about.requester(),
                about.subject(),
                about.text(),
                desk,
                about.priority(),
                about.tags(),
                about.space(),
                about.hour(),
                about.outsideHours());
        if (desk != null) {
            facts.putAll(Vocabulary.facts(schemas.of(desk), about.category(), about.fields()));
        }
        return facts;
    }
}
