package org.askwell.routing;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.jspecify.annotations.Nullable;

/** What one can ask about the rules, and change. One public method is one transaction. */
@ApplicationService
public class RoutingService {

    public static final int MOST_RULES = 200;

    private static final int LONGEST_NAME = 120;

    @Inject
    RoutingRepository repository;

    @Inject
    Router router;

    @Inject
    RuleBook book;

    @Inject
    DeskService desks;

    @Inject
    DeskSchemas schemas;

    @Inject
    TicketService tickets;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<RoutingEvent> events;

    @Inject
    Event<Deed> deeds;

    /** The desk that the company's rules would choose for these words, asked by that person now. */
    public Optional<String> suggestDesk(String text, Caller caller) {
        return suggestDesk(text, null, caller);
    }

    /** @param space the library of the article that came nearest to an answer */
    public Optional<String> suggestDesk(String text, @Nullable String space, Caller caller) {
        return router.deskFor(text, space, caller, clock.instant());
    }

    /** @param desk null: the company's rules */
    public SavedRules rules(@Nullable String desk) {
        RoutingAccess.requireMayChange(current.get(), desk);
        return repository.latest(scope(desk)).map(RuleSet::saved).orElse(SavedRules.NONE);
    }

    /**
     * Saves the rules of the company or of a desk as their next version; they count for tickets opened from now on.
     *
     * @param desk null: the company's rules
     * @param seen the version that was looked at when editing began; null: whatever it was
     * @return the new version
     */
    public int save(@Nullable String desk, @Nullable Integer seen, List<RoutingRule> rules) {
        RoutingAccess.requireMayChange(current.get(), desk);
        var before = repository.latest(scope(desk)).map(RuleSet::saved).orElse(SavedRules.NONE);
        if (seen != null && seen != before.version()) {
            throw Refusal.conflict("changed-meanwhile");
        }
        check(desk, rules, before.rules());
        return publish(desk, before.version(), rules, null, null);
    }

    /**
     * Makes rules that have been checked the next version.
     *
     * @param countsFrom null: at once
     * @param restores the version whose rules they are once more, or null
     */
    int publish(
            @Nullable String desk,
            int before,
            List<RoutingRule> rules,
            @Nullable Instant countsFrom,
            @Nullable Integer restores) {
        int version = before + 1;
        repository.add(new RuleSet(scope(desk), version, rules, current.id(), clock.instant(), countsFrom, restores));
        events.fire(new RoutingEvent.RulesChanged(scope(desk), version));
        deeds.fire(new Deed(
                Deed.Kind.RULES,
                Deed.What.CHANGED,
                desk == null ? "company" : desk,
                "version",
                before == 0 ? null : Integer.toString(before),
                Integer.toString(version)));
        return version;
    }

    /**
     * Refuses rules that could not be published, with the reason; changes nothing.
     *
     * @param known rules that were published before: whom or what they name may be gone meanwhile
     */
    void check(@Nullable String desk, List<RoutingRule> rules, List<RoutingRule> known) {
        if (rules.size() > MOST_RULES) {
            throw Refusal.invalid("rules-too-many", MOST_RULES);
        }
        var words = Vocabulary.of(schemas.of(desk));
        var names = new HashSet<String>();
        for (var rule : rules) {
            if (known.contains(rule)) {
                var unused = rule.compile(words);
            } else {
                check(desk, rule);
            }
            if (!names.add(rule.name())) {
                throw Refusal.invalid("rule-name-twice", rule.name());
            }
        }
    }

    /** Refuses a rule that could not be saved, with the reason; changes nothing. */
    public void check(@Nullable String desk, RoutingRule rule) {
        if (rule.name().isBlank() || rule.name().length() > LONGEST_NAME) {
            throw Refusal.invalid("rule-name", LONGEST_NAME);
        }
        var schema = schemas.of(desk);
        var unused = rule.compile(Vocabulary.of(schema));
        if (desk == null && rule.condition() != null && rule.condition().looksAt(Field.CATEGORY)) {
            throw Refusal.invalid("rule-company-category", rule.name());
        }
        checkAction(desk, rule);
        checkFields(schema, rule);
    }

    /** Why a ticket is where it came to lie; for those who work on it. Empty when it came before there were rules. */
    public Optional<RoutingTrace> trace(TicketNumber number) {
        tickets.requireMayWork(number);
        return repository.trace(number).map(TraceEntry::trace);
    }

    /**
     * The smallest changes of what was known that would have sent a ticket elsewhere, by the rules that judged it; for
     * those who work on it. Empty, too, when it came before what was known was kept.
     */
    public List<Counterfactual> alternatives(TicketNumber number) {
        tickets.requireMayWork(number);
        var known = repository.trace(number).flatMap(TraceEntry::snapshot);
        if (known.isEmpty()) {
            return List.of();
        }
        var it = known.get();
        var sheet = tickets.ticket(number);
        var text = sheet.conversation().isEmpty()
                ? ""
                : sheet.conversation().getFirst().text();
        var arrival = new Retracing.Arrival(it, sheet.openedAt(), sheet.subject(), text);
        Retracing.Rules rules = (scope, version) -> version == Retracing.NOW ? book.of(scope) : book.of(scope, version);
        var company = it.isLeftToTheCompany()
                ? rules.of(CompiledRules.COMPANY, it.companyRules()).rules()
                : List.<RoutingRule>of();
        var ofDesk = it.desk() == null
                ? List.<RoutingRule>of()
                : rules.of(it.desk(), it.deskRules()).rules();
        return CounterfactualSearch.of(
                new Retracing(rules, desks::find, schemas::of), arrival, company, ofDesk, schemas.of(it.desk()));
    }

    private void checkAction(@Nullable String desk, RoutingRule rule) {
        var then = rule.then();
        if (then.doesNothing()) {
            throw Refusal.invalid("rule-does-nothing", rule.name());
        }
        if (desk == null) {
            var target = then.desk();
            if (target == null || !then.onlyChoosesDesk()) {
                throw Refusal.invalid("rule-company-desk", rule.name());
            }
            if (desks.find(target).isEmpty()) {
                throw Refusal.invalid("rule-desk-unknown", rule.name(), target);
            }
            return;
        }
        if (then.desk() != null) {
            throw Refusal.invalid("rule-desk-desk", rule.name());
        }
        var queue = then.queue();
        if (queue != null
                && desks.queuesOf(desk).stream().noneMatch(it -> it.slug().equals(queue))) {
            throw Refusal.invalid("rule-queue", rule.name(), queue, desk);
        }
        if (then.addedTags().stream().anyMatch(it -> it.isBlank() || it.length() > 40)) {
            throw Refusal.invalid("rule-tags", rule.name());
        }
        var assignee = then.assignee();
        if (assignee != null && !worksAt(assignee, desk)) {
            throw Refusal.invalid("rule-assignee", rule.name(), assignee, desk);
        }
    }

    private void checkFields(DeskSchema schema, RoutingRule rule) {
        var category = rule.then().category();
        if (category != null
                && schema.offered().stream().noneMatch(it -> it.slug().equals(category))) {
            throw Refusal.invalid("rule-category", rule.name(), category);
        }
        rule.then().filledIn().forEach((key, value) -> {
            var field = schema.asked().stream()
                    .filter(it -> it.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> Refusal.invalid("rule-field", rule.name(), key));
            if (value.isBlank()) {
                throw Refusal.invalid("rule-field-empty", rule.name(), key);
            }
            var unused = field.read(value, current.get().locale());
        });
    }

    private boolean worksAt(String person, String desk) {
        var id = PersonId.parse(person);
        return id.isPresent()
                && desks.members(desk).stream().anyMatch(it -> it.id().equals(id.get()) && it.active());
    }

    static String scope(@Nullable String desk) {
        return desk == null ? CompiledRules.COMPANY : desk;
    }
}
