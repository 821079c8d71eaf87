package org.askwell.ticket.checklist;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.askwell.ticket.TicketEvent;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/**
 * One thing that has to be done for a ticket. It is written down by whoever works on the ticket, perhaps with somebody who
 * does it and a day; it is done, perhaps not after all, or taken off.
 */
@Entity
@Table(name = "checklist_item")
class ChecklistItem {

    static final int LONGEST = 200;

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "checklist_item_seq")
    @SequenceGenerator(name = "checklist_item_seq", sequenceName = "checklist_item_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private TicketNumber ticket;

    @Column(updatable = false)
    private int position;

    @Column(updatable = false)
    private String text;

    @Column(updatable = false)
    private @Nullable PersonId owner;

    @Column(updatable = false)
    private @Nullable LocalDate due;

    @Column(name = "done_by")
    private @Nullable PersonId doneBy;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    protected ChecklistItem() {} // JPA

    ChecklistItem(TicketNumber ticket, int position, String text, @Nullable PersonId owner, @Nullable LocalDate due) {
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.isEmpty() || line.length() > LONGEST) {
            throw Refusal.invalid("checklist-text", LONGEST);
        }
        this.ticket = ticket;
        this.position = position;
        this.text = line;
        this.owner = owner;
        this.due = due;
    }

    TicketEvent.Ticked added(PersonId by, Instant at) {
        return event(TicketEvent.Ticked.What.ADDED, by, at);
    }

    TicketEvent.Ticked done(PersonId by, Instant at) {
        if (doneAt != null) {
            throw Refusal.conflict("checklist-done", text);
        }
        doneBy = by;
        doneAt = at;
        return event(TicketEvent.Ticked.What.DONE, by, at);
    }

    TicketEvent.Ticked undone(PersonId by, Instant at) {
        if (doneAt == null) {
            throw Refusal.conflict("checklist-open", text);
        }
        doneBy = null;
        doneAt = null;
        return event(TicketEvent.Ticked.What.UNDONE, by, at);
    }

    TicketEvent.Ticked removed(PersonId by, Instant at) {
        return event(TicketEvent.Ticked.What.REMOVED, by, at);
    }

    private TicketEvent.Ticked event(TicketEvent.Ticked.What what, PersonId by, Instant at) {
        return new TicketEvent.Ticked(ticket, by, at, what, text, owner);
    }

    ChecklistRow row() {
        return new ChecklistRow(position, text, owner, due, doneBy, doneAt);
    }

    int position() {
        return position;
    }
}
