package org.askwell.ticket.bulk;

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
import java.time.Duration;
import java.time.Instant;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One deed for many tickets.
 *
 * <p>It runs as soon as it is asked for, ends by itself or is stopped, and can be undone for a while by whoever asked
 * for it. What has become of each ticket stands in its {@link BulkItem}.
 */
@Entity
@Table(name = "ticket_bulk")
class Bulk {

    /** So long one may think better of it. */
    static final Duration SECOND_THOUGHTS = Duration.ofHours(1);

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "ticket_bulk_seq")
    @SequenceGenerator(name = "ticket_bulk_seq", sequenceName = "ticket_bulk_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "asked_by", updatable = false)
    private PersonId askedBy;

    @Enumerated(STRING)
    @Column(updatable = false)
    private BulkKind kind;

    @Column(updatable = false)
    private String content;

    @Enumerated(STRING)
    private BulkState state;

    @Column(updatable = false)
    private int total;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected Bulk() {} // JPA

    Bulk(BulkAction action, int total, PersonId by, Instant at) {
        this.askedBy = by;
        this.kind = action.kind();
        this.content = action.value();
        this.state = BulkState.RUNNING;
        this.total = total;
        this.askedAt = at;
    }

    BulkEvent.Moved cancel(Instant at) {
        if (state != BulkState.RUNNING) {
            throw Refusal.conflict("bulk-over", publicId());
        }
        return end(BulkState.CANCELLED, at);
    }

    BulkEvent.Moved undo(Instant at) {
        if (!isUndoable(at)) {
            throw Refusal.conflict("bulk-not-undoable", publicId());
        }
        state = BulkState.UNDOING;
        return new BulkEvent.Moved(publicId());
    }

    /** Every ticket has had its turn. */
    BulkEvent.Moved finish(Instant at) {
        return end(state == BulkState.UNDOING ? BulkState.UNDONE : BulkState.DONE, at);
    }

    private BulkEvent.Moved end(BulkState how, Instant at) {
        state = how;
        endedAt = at;
        return new BulkEvent.Moved(publicId());
    }

    boolean isUndoable(Instant now) {
        return (state == BulkState.DONE || state == BulkState.CANCELLED)
                && endedAt != null
                && now.isBefore(endedAt.plus(SECOND_THOUGHTS));
    }

    BulkId publicId() {
        return BulkId.numbered(id);
    }

    long key() {
        return id;
    }

    PersonId askedBy() {
        return askedBy;
    }

    BulkAction action() {
        return new BulkAction(kind, content);
    }

    BulkState state() {
        return state;
    }

    int total() {
        return total;
    }
}
