package org.askwell.routing.assignment;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.askwell.ticket.TicketNumber;

/** A step of the ladder that was taken for a ticket, written in the transaction that took it: it is never taken again. */
@Entity
@Table(name = "ladder_entry")
class LadderEntry {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "ladder_entry_seq")
    @SequenceGenerator(name = "ladder_entry_seq", sequenceName = "ladder_entry_seq", allocationSize = 50)
    private Long id;

    @Column(updatable = false)
    private TicketNumber ticket;

    /** How often it had come to another desk before. */
    private int arrival;

    @Enumerated(STRING)
    private LadderAct act;

    private int minutes;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "taken_at")
    private Instant takenAt;

    protected LadderEntry() {} // JPA

    LadderEntry(TicketNumber ticket, int arrival, LadderStep step, Instant dueAt, Instant takenAt) {
        this.ticket = ticket;
        this.arrival = arrival;
        this.act = step.act();
        this.minutes = step.after();
        this.dueAt = dueAt;
        this.takenAt = takenAt;
    }

    boolean isOf(int otherArrival) {
        return arrival == otherArrival;
    }

    LadderStep step() {
        return new LadderStep(minutes, act);
    }

    Instant dueAt() {
        return dueAt;
    }

    Instant takenAt() {
        return takenAt;
    }
}
