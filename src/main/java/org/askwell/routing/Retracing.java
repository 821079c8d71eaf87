package org.askwell.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.Queue;
import org.askwell.ticket.Placement;
import org.jspecify.annotations.Nullable;

/** Says where a ticket that came in the past would go under given rules. Changes nothing and asks nobody. */
final class Retracing {

    /** Asks for the rules as they count now, where a ticket would come to a desk that it never came to. */
    static final int NOW = -1;

    /** The version of rules that are being tried; never that of rules that were published. */
    static final int TRIED = -2;

    /** By which rules is judged. */
    interface Rules {

        /**
         * @param scope a desk, or empty for the company
         * @param version that was asked then, or {@link #NOW}
         */
        CompiledRules of(String scope, int version);
    }

    /** A ticket's coming to a desk, with its words. */
    record Arrival(Snapshot known, Instant at, String subject, String text) {}

    /**
     * What comes of it.
     *
     * @param answers of the rules that are watched, by {@link CompiledRules#ask}; null when they were not asked
     */
    record Judged(Snapshot.Outcome outcome, @Nullable List<CompiledRules.Answer> answers) {}

    private final Rules rules;
    private final Function<String, Optional<DeskProfile>> desks;
    private final Function<String, DeskSchema> schemas;

    Retracing(Rules rules, Function<String, Optional<DeskProfile>> desks, Function<String, DeskSchema> schemas) {
        this.rules = rules;
        this.desks = desks;
        this.schemas = schemas;
    }

    /** As it was. */
    Snapshot.Outcome outcome(Arrival arrival) {
        return judge(arrival, null).outcome();
    }

    /**
     * As it was, asking every rule of one scope, so that one sees which others fit.
     *
     * @param watched a desk, empty for the company, or null for none
     */
    Judged judge(Arrival arrival, @Nullable String watched) {
        return judge(arrival, watched, facts -> {}, facts -> {});
    }

    /**
     * As it would have been.
     *
     * @param everywhere what is otherwise, for whichever rules look at it
     * @param atItsDesk what is otherwise for the rules of the desk it came to
     */
    Snapshot.Outcome outcomeIf(
            Arrival arrival, Consumer<Map<String, Object>> everywhere, Consumer<Map<String, Object>> atItsDesk) {
        return judge(arrival, null, everywhere, atItsDesk).outcome();
    }

    private Judged judge(
            Arrival arrival,
            @Nullable String watched,
            Consumer<Map<String, Object>> everywhere,
            Consumer<Map<String, Object>> atItsDesk) {
        var known = arrival.known();
        List<CompiledRules.Answer> answers = null;
        var desk = known.desk();
        String companyWon = known.outcome().companyWon();
        boolean companyBroken = false;
        if (known.isLeftToTheCompany()) {
            var company = rules.of(CompiledRules.COMPANY, known.companyRules());
            var facts = known.companyFacts(arrival.subject(), arrival.text());
            everywhere.accept(facts);
            var asked = CompiledRules.COMPANY.equals(watched) ? company.ask(facts) : null;
            var verdict = asked == null ? company.decide(facts, Set.of()) : company.verdict(asked, Set.of());
            answers = asked;
            desk = verdict.desk();
            companyWon = verdict.won();
            companyBroken = verdict.broken() != null;
        }
        if (desk == null) {
            return new Judged(
                    Snapshot.Outcome.of(
                            null,
                            known.desk() == null ? known.defaultQueue() : Queue.UNROUTED,
                            Placement.NOWHERE,
                            companyWon,
                            null,
                            companyBroken),
                    answers);
        }
        boolean itsOwn = desk.equals(known.desk());
        var profile = itsOwn ? null : desks.apply(desk).orElse(null);
        if (!itsOwn && profile == null) {
            return new Judged(
                    Snapshot.Outcome.of(null, Queue.UNROUTED, Placement.NOWHERE, companyWon, null, true), answers);
        }
        var deskRules = rules.of(desk, itsOwn ? known.deskRules() : NOW);
        var schema = schemas.apply(desk);
        var facts = profile == null
                ? known.deskFacts(arrival.subject(), arrival.text(), schema)
                : known.factsAt(profile, schema, arrival.at(), arrival.subject(), arrival.text());
        everywhere.accept(facts);
        if (itsOwn) {
            atItsDesk.accept(facts);
        }
        var away = itsOwn && deskRules.version() == known.deskRules() ? Set.copyOf(known.absent()) : deskRules.absent();
        var asked = desk.equals(watched) ? deskRules.ask(facts) : null;
        var verdict = asked == null ? deskRules.decide(facts, away) : deskRules.verdict(asked, away);
        return new Judged(
                Snapshot.Outcome.of(
                        desk,
                        profile == null ? known.defaultQueue() : profile.defaultQueue(),
                        verdict.placement(),
                        companyWon,
                        verdict.won(),
                        verdict.broken() != null),
                asked == null ? answers : asked);
    }
}
