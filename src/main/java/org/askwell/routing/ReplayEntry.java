package org.askwell.routing;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's wish to know what rules would have done.
 *
 * <p>It waits until a job has time for it, runs, and ends done, cancelled or failed. Of each person the latest few are
 * kept.
 */
@Entity
@Table(name = "routing_replay")
class ReplayEntry {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "routing_replay_seq")
    @SequenceGenerator(name = "routing_replay_seq", sequenceName = "routing_replay_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String scope;

    @Column(name = "asked_by", updatable = false)
    private PersonId askedBy;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Enumerated(STRING)
    @Column(updatable = false)
    private ReplaySource source;

    @Column(updatable = false)
    private String rules;

    @Column(name = "span_from", updatable = false)
    private Instant from;

    @Column(name = "span_until", updatable = false)
    private Instant until;

    @Enumerated(STRING)
    private ReplayState state;

    private int percent;
    private @Nullable String result;

    protected ReplayEntry() {} // JPA

    ReplayEntry(
            String scope,
            ReplaySource source,
            List<RoutingRule> rules,
            Instant from,
            Instant until,
            PersonId by,
            Instant at) {
        this.scope = scope;
        this.source = source;
        this.rules = RoutingJson.write(rules);
        this.from = from;
        this.until = until;
        this.askedBy = by;
        this.askedAt = at;
        this.state = ReplayState.WAITING;
    }

    /** It may have been begun before, by a process that died. */
    void begin() {
        state = ReplayState.RUNNING;
        percent = 0;
    }

    void reach(int newPercent) {
        percent = newPercent;
    }

    void finish(ReplayResult found) {
        state = ReplayState.DONE;
        percent = 100;
        result = RoutingJson.write(found);
    }

    void cancel() {
        if (!state.isSettled()) {
            state = ReplayState.CANCELLED;
        }
    }

    void fail() {
        state = ReplayState.FAILED;
    }

    boolean isSettled() {
        return state.isSettled();
    }

    ReplayId id() {
        return ReplayId.numbered(id);
    }

    String scope() {
        return scope;
    }

    boolean isFor(PersonId person) {
        return askedBy.equals(person);
    }

    ReplaySource source() {
        return source;
    }

    List<RoutingRule> rules() {
        return RoutingJson.rules(rules);
    }

    Instant from() {
        return from;
    }

    Instant until() {
        return until;
    }

    ReplayReport report() {
        return new ReplayReport(
                id(),
                scope.isEmpty() ? null : scope,
                source,
                askedBy,
                askedAt,
                from,
                until,
                state,
                percent,
                result == null ? null : RoutingJson.result(result));
    }
}
