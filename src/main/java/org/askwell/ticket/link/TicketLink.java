package org.askwell.ticket.link;

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
import org.askwell.people.PersonId;
import org.askwell.ticket.TicketNumber;

/**
 * Two tickets belong together. It is made by somebody who works on one of them, may become another kind, and is taken off
 * again; of two tickets there is one at most.
 */
@Entity
@Table(name = "ticket_link")
class TicketLink {

    /** What the second ticket is to the first. */
    enum Kind {
        RELATED,
        SUB_REQUEST
    }

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "ticket_link_seq")
    @SequenceGenerator(name = "ticket_link_seq", sequenceName = "ticket_link_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "first_ticket")
    private TicketNumber first;

    @Column(name = "second_ticket")
    private TicketNumber second;

    @Column(updatable = false)
    private String pair;

    @Enumerated(STRING)
    private Kind kind;

    @Enumerated(STRING)
    private Waits waits;

    @Column(name = "linked_by", updatable = false)
    private PersonId by;

    @Column(name = "linked_at", updatable = false)
    private Instant at;

    protected TicketLink() {} // JPA

    TicketLink(TicketNumber first, TicketNumber second, Kind kind, Waits waits, PersonId by, Instant at) {
        this.pair = pair(first, second);
        this.by = by;
        this.at = at;
        become(first, second, kind);
        this.waits = waits;
    }

    /** The same for both, whichever is named first. */
    static String pair(TicketNumber one, TicketNumber other) {
        return one.compareTo(other) < 0 ? one + "|" + other : other + "|" + one;
    }

    final void become(TicketNumber one, TicketNumber other, Kind now) {
        first = one;
        second = other;
        kind = now;
        waits = Waits.NO;
    }

    /** Nobody waits for it any more. */
    void release() {
        waits = Waits.NO;
    }

    TicketNumber first() {
        return first;
    }

    TicketNumber second() {
        return second;
    }

    Waits waits() {
        return waits;
    }

    Relation seenFrom(TicketNumber number) {
        if (kind == Kind.RELATED) {
            return Relation.RELATED;
        }
        return first.equals(number) ? Relation.SUB_REQUEST : Relation.MAIN;
    }

    TicketNumber otherThan(TicketNumber number) {
        return first.equals(number) ? second : first;
    }
}
