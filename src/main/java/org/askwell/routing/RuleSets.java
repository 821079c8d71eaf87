package org.askwell.routing;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.desk.QueueRow;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/**
 * Drafts of rules, and the versions that were published of them. One public method is one transaction.
 *
 * <p>Wherever a desk is asked for, null means the company.
 */
@ApplicationService
public class RuleSets {

    /** Nobody remembers what was planned longer ahead. */
    private static final Duration FURTHEST = Duration.ofDays(366);

    @Inject
    RoutingRepository repository;

    @Inject
    RoutingService routing;

    @Inject
    DeskService desks;

    @Inject
    DeskSchemas schemas;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    /** What the acting person has begun to change; before that, the rules as they were published last. */
    public Draft draft(@Nullable String desk) {
        RoutingAccess.requireMayChange(current.get(), desk);
        var published = published(desk);
        var mine = repository.draft(RoutingService.scope(desk), current.id());
        if (mine.isEmpty()) {
            return new Draft(
                    0,
                    published.version(),
                    null,
                    published.rules(),
                    published,
                    List.of(),
                    List.of(),
                    warnings(desk, published.rules()));
        }
        var draft = mine.get();
        var base = draft.basedOn() == published.version()
                ? published
                : repository
                        .edition(RoutingService.scope(desk), draft.basedOn())
                        .map(RuleSet::saved)
                        .orElse(SavedRules.NONE);
        return new Draft(
                draft.revision(),
                draft.basedOn(),
                draft.savedAt(),
                draft.rules(),
                published,
                RuleChange.between(base.rules(), draft.rules()),
                RuleChange.between(base.rules(), published.rules()),
                warnings(desk, draft.rules()));
    }

    /**
     * Keeps the rules as the acting person would have them; tickets are judged as before.
     *
     * @param revision of the draft that was looked at; null: whatever it was
     * @return the new revision
     */
    public int keep(@Nullable String desk, @Nullable Integer revision, List<RoutingRule> rules) {
        RoutingAccess.requireMayChange(current.get(), desk);
        var published = published(desk);
        var mine = repository.draft(RoutingService.scope(desk), current.id());
        if (revision != null && !revision.equals(mine.map(RuleDraft::revision).orElse(0))) {
            throw Refusal.conflict("changed-meanwhile");
        }
        var known = new HashSet<>(published.rules());
        mine.ifPresent(it -> known.addAll(it.rules()));
        routing.check(desk, rules, List.copyOf(known));
        if (mine.isPresent()) {
            mine.get().take(rules, clock.instant());
            return mine.get().revision();
        }
        var draft =
                new RuleDraft(RoutingService.scope(desk), current.id(), published.version(), rules, clock.instant());
        repository.add(draft);
        return draft.revision();
    }

    /** Throws the draft away. */
    public void discard(@Nullable String desk) {
        RoutingAccess.requireMayChange(current.get(), desk);
        repository.draft(RoutingService.scope(desk), current.id()).ifPresent(repository::remove);
    }

    /** The author has seen what was published meanwhile, and wants the draft to take its place nevertheless. */
    public void restOnPublished(@Nullable String desk) {
        RoutingAccess.requireMayChange(current.get(), desk);
        repository
                .draft(RoutingService.scope(desk), current.id())
                .ifPresent(it -> it.restOn(published(desk).version()));
    }

    /**
     * Makes the draft the next version. Refused with the draft kept as it is when somebody else has published since it
     * was begun.
     *
     * @param countsFrom when tickets are judged by it; null: at once. A version that is published later takes its place
     * @return the new version
     */
    public int publish(@Nullable String desk, @Nullable Instant countsFrom) {
        RoutingAccess.requireMayChange(current.get(), desk);
        var published = published(desk);
        var draft = repository
                .draft(RoutingService.scope(desk), current.id())
                .orElseThrow(() -> Refusal.invalid("rules-no-draft"));
        requireNotOvertaken(draft.basedOn(), published);
        requireSensible(countsFrom);
        routing.check(desk, draft.rules(), published.rules());
        repository.remove(draft);
        return routing.publish(desk, published.version(), draft.rules(), countsFrom, null);
    }

    /**
     * Publishes the rules of an earlier version once more, at once. Drafts stay.
     *
     * @param seen the version that was published last when this was decided; null: whatever it was
     * @return the new version
     */
    public int restore(@Nullable String desk, int version, @Nullable Integer seen) {
        RoutingAccess.requireMayChange(current.get(), desk);
        var published = published(desk);
        if (seen != null) {
            requireNotOvertaken(seen, published);
        }
        var wanted = edition(desk, version);
        routing.check(desk, wanted.rules(), wanted.rules());
        return routing.publish(desk, published.version(), wanted.rules(), null, version);
    }

    /** What was published, youngest first, each with what it changed. */
    public Slice<RuleVersion> history(@Nullable String desk, @Nullable String cursor, int limit) {
        RoutingAccess.requireMayChange(current.get(), desk);
        var found = repository.editionsBefore(RoutingService.scope(desk), before(cursor), limit + 1);
        var inForce = inForce(desk);
        var versions = new ArrayList<RuleVersion>();
        for (int at = 0; at < found.size(); at++) {
            var earlier = at + 1 < found.size() ? found.get(at + 1).rules() : List.<RoutingRule>of();
            var saved = found.get(at).saved();
            versions.add(new RuleVersion(
                    saved,
                    standing(RoutingService.scope(desk), saved, inForce),
                    RuleChange.between(earlier, saved.rules())));
        }
        return Slice.of(versions, limit, it -> Integer.toString(it.saved().version()));
    }

    /** One version, with what it changed. */
    public RuleVersion version(@Nullable String desk, int version) {
        RoutingAccess.requireMayChange(current.get(), desk);
        var saved = edition(desk, version).saved();
        var earlier = repository
                .edition(RoutingService.scope(desk), version - 1)
                .map(RuleSet::rules)
                .orElse(List.of());
        return new RuleVersion(
                saved,
                standing(RoutingService.scope(desk), saved, inForce(desk)),
                RuleChange.between(earlier, saved.rules()));
    }

    /** What is worth a look before such rules are published; never a reason not to. */
    public List<RuleWarning> warnings(@Nullable String desk, List<RoutingRule> rules) {
        var caller = current.get();
        RoutingAccess.requireMayChange(caller, desk);
        Set<String> queues = desk == null
                ? Set.of()
                : desks.queuesOf(desk).stream().map(QueueRow::slug).collect(Collectors.toSet());
        boolean assigns = rules.stream().anyMatch(it -> it.then().assignee() != null);
        Set<String> members = desk == null || !assigns
                ? Set.of()
                : desks.members(desk).stream()
                        .filter(PersonRow::active)
                        .map(it -> it.id().value())
                        .collect(Collectors.toSet());
        var present = new RuleWarnings.Present(
                desks.desks().stream().map(DeskProfile::slug).collect(Collectors.toSet()),
                queues,
                members,
                this::isHere,
                schemas.of(desk));
        return RuleWarnings.of(rules, present, Locale.forLanguageTag(caller.language()));
    }

    private boolean isHere(String login) {
        return PersonId.parse(login)
                .flatMap(people::find)
                .filter(PersonRow::active)
                .isPresent();
    }

    private SavedRules published(@Nullable String desk) {
        return repository.latest(RoutingService.scope(desk)).map(RuleSet::saved).orElse(SavedRules.NONE);
    }

    private int inForce(@Nullable String desk) {
        return repository
                .inForce(RoutingService.scope(desk), clock.instant())
                .map(RuleSet::edition)
                .orElse(0);
    }

    private RuleVersion.Standing standing(String scope, SavedRules saved, int inForce) {
        if (saved.version() >= inForce) {
            return saved.version() == inForce ? RuleVersion.Standing.IN_FORCE : RuleVersion.Standing.AHEAD;
        }
        var from = saved.countsFrom();
        return from != null && repository.isForestalled(scope, saved.version(), from)
                ? RuleVersion.Standing.NEVER
                : RuleVersion.Standing.PAST;
    }

    private RuleSet edition(@Nullable String desk, int version) {
        return repository
                .edition(RoutingService.scope(desk), version)
                .orElseThrow(() -> Refusal.notFound("rules-version-unknown", version));
    }

    private static void requireNotOvertaken(int seen, SavedRules published) {
        var by = published.by();
        if (seen != published.version() && by != null) {
            throw Refusal.conflict("rules-overtaken", published.version(), by);
        }
    }

    private void requireSensible(@Nullable Instant countsFrom) {
        var now = clock.instant();
        if (countsFrom != null && (!countsFrom.isAfter(now) || countsFrom.isAfter(now.plus(FURTHEST)))) {
            throw Refusal.invalid("rules-counts-from");
        }
    }

    private static int before(@Nullable String cursor) {
        if (cursor == null) {
            return Integer.MAX_VALUE;
        }
        if (!cursor.matches("[0-9]{1,9}")) {
            throw Refusal.invalid("cursor-unreadable");
        }
        return Integer.parseInt(cursor);
    }
}
