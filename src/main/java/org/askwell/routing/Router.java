package org.askwell.routing;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.DeskSchemas;
import org.askwell.people.Caller;
import org.askwell.routing.assignment.Sharing;
import org.askwell.ticket.Placement;
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

    @Inject
    Sharing sharing;

    @Resource
    TransactionSynchronizationRegistry transactions;

    /** What the company's rules have said of the ticket that this transaction is about to open. */
    private record Asked(int hour, CompiledRules.Verdict verdict) {}

    @Override
    public Optional<String> deskFor(Arrival arrival) {
        var words = arrival.words();
        var verdict = company(Facts.of(
                arrival.requester(),
                words.subject(),
                words.text(),
                null,
                Priority.NORMAL,
                words.tags(),
                words.space(),
                arrival.hour(),
                false));
        // Asked a second time, they might have been changed meanwhile, and the trace would tell of others.
        transactions.putResource(Asked.class, new Asked(arrival.hour(), verdict));
        return Optional.ofNullable(verdict.desk());
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
        var asked = it.deskByRule() && transactions.getResource(Asked.class) instanceof Asked before ? before : null;
        settle(it.number(), it.at(), it.facts(), it.desk(), it.queue(), asked);
    }

    void onTransferred(@Observes TicketEvent.Transferred it) {
        settle(it.number(), it.at(), it.facts(), it.desk(), it.queue(), null);
    }

    private void settle(
            TicketNumber number,
            Instant at,
            TicketEvent.Facts about,
            @Nullable String desk,
            String defaultQueue,
            @Nullable Asked company) {
        var schema = schemas.of(desk);
        var rules = desk == null ? null : book.of(desk);
        var verdict = desk == null || rules == null ? null : judge(rules, facts(about, desk, schema));
        var said = verdict == null ? Placement.NOWHERE : verdict.placement();
        if (desk != null) {
            place(number, at, desk, said.queue() == null ? defaultQueue : said.queue(), said);
        }
        var tried = new ArrayList<RoutingTrace.Tried>();
        if (company != null) {
            tried.addAll(company.verdict().tried());
        }
        if (verdict != null) {
            tried.addAll(verdict.tried());
        }
        int companyVersion = company == null ? 0 : company.verdict().version();
        int deskVersion = verdict == null ? 0 : verdict.version();
        var reason = reason(company == null ? null : company.verdict(), verdict);
        var outcome = Snapshot.Outcome.of(
                desk,
                defaultQueue,
                said,
                company == null ? null : company.verdict().won(),
                verdict == null ? null : verdict.won(),
                reason == RoutingTrace.Reason.BROKEN_RULE);
        traces.add(new TraceEntry(
                number,
                new RoutingTrace(
                        at, reason, desk, outcome.queue(), outcome.won(), companyVersion, deskVersion, tried, 0),
                Snapshot.of(
                        about,
                        company == null ? null : company.hour(),
                        companyVersion,
                        deskVersion,
                        desk,
                        defaultQueue,
                        schema,
                        rules == null ? Set.of() : rules.absent(),
                        outcome)));
    }

    /** What rules say of queue and priority counts in any case; whom they name has to be on duty. */
    private void place(TicketNumber number, Instant at, String desk, String queue, Placement said) {
        var wanted = said.assignee();
        boolean kept = wanted == null || sharing.mayHave(desk, queue, wanted, at);
        tickets.place(number, kept ? said : said.forNobody());
        sharing.arrived(number, kept ? null : wanted);
    }

    private static RoutingTrace.Reason reason(
            CompiledRules.@Nullable Verdict company, CompiledRules.@Nullable Verdict desk) {
        if (desk == null) {
            return company != null && company.broken() != null
                    ? RoutingTrace.Reason.BROKEN_RULE
                    : RoutingTrace.Reason.NO_DESK;
        }
        if (desk.broken() != null) {
            return RoutingTrace.Reason.BROKEN_RULE;
        }
        return desk.won() == null ? RoutingTrace.Reason.DEFAULT_QUEUE : RoutingTrace.Reason.RULE;
    }

    private CompiledRules.Verdict company(Map<String, Object> facts) {
        return judge(book.of(CompiledRules.COMPANY), facts);
    }

    private static CompiledRules.Verdict judge(CompiledRules rules, Map<String, Object> facts) {
        try {
            return rules.judge(facts);
        } catch (RuntimeException accident) {
            // Pure code, so the transaction is sound; what the rules would have said is lost, the ticket is not.
            LOG.log(Level.WARNING, "The rules of '" + rules.scope() + "' failed", accident);
            var name = "?";
            return new CompiledRules.Verdict(
                    rules.version(),
                    null,
                    Placement.NOWHERE,
                    null,
                    name,
                    List.of(RoutingTrace.Tried.broken(rules.scope(), name, String.valueOf(accident.getMessage()))));
        }
    }

    private static Map<String, Object> facts(TicketEvent.Facts about, String desk, DeskSchema schema) {
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
        facts.putAll(Vocabulary.facts(schema, about.category(), about.fields()));
        return facts;
    }
}
