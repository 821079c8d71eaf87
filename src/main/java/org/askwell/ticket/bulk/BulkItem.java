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
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/** One ticket of a bulk action: waits for its turn, is changed or not, and may be put back. */
@Entity
@Table(name = "ticket_bulk_item")
class BulkItem {

    private static final int LONGEST_REASON = 500;

    enum State {
        WAITING,
        CHANGED,
        /** It was so already. */
        SAME,
        REFUSED,
        UNDONE,
        /** Was not put back: somebody has done something else to it since. */
        KEPT
    }

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "ticket_bulk_item_seq")
    @SequenceGenerator(name = "ticket_bulk_item_seq", sequenceName = "ticket_bulk_item_seq", allocationSize = 1000)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private long bulk;

    @Column(updatable = false)
    private int position;

    @Column(updatable = false)
    private TicketNumber ticket;

    @Enumerated(STRING)
    private State state = State.WAITING;

    @Column(name = "before_it")
    private @Nullable String before;

    private @Nullable String refusal;

    protected BulkItem() {} // JPA

    BulkItem(long bulk, int position, TicketNumber ticket) {
        this.bulk = bulk;
        this.position = position;
        this.ticket = ticket;
    }

    /** @param earlier what undoing puts back; null: nothing */
    void changed(@Nullable String earlier) {
        state = State.CHANGED;
        before = earlier;
    }

    void same() {
        state = State.SAME;
    }

    void refused(String reason) {
        state = state == State.CHANGED ? State.KEPT : State.REFUSED;
        refusal = reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }

    void undone() {
        state = State.UNDONE;
    }

    void kept() {
        state = State.KEPT;
    }

    TicketNumber ticket() {
        return ticket;
    }

    int position() {
        return position;
    }

    @Nullable
    String before() {
        return before;
    }
}
