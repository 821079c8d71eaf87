package org.askwell.ticket.checklist;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.askwell.ticket.TicketEvent;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;
import org.jspecify.annotations.Nullable;

/** The checklist of a ticket: whoever works on it keeps it, its requester reads it. One public method is one transaction. */
@ApplicationService
public class Checklists {

    /** So many things stand on one list at most. */
    public static final int MOST = 50;

    @Inject
    ChecklistRepository items;

    @Inject
    TicketService tickets;

    @Inject
    DeskService desks;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<TicketEvent> events;

    /** In the order in which they were written down; for whoever may read the ticket. */
    public List<ChecklistRow> of(TicketNumber number) {
        tickets.ticket(number);
        return items.of(number).stream().map(ChecklistItem::row).toList();
    }

    /** @param owner works at the ticket's desk; null: whoever has the ticket */
    public ChecklistRow add(TicketNumber number, String text, @Nullable PersonId owner, @Nullable LocalDate due) {
        var desk = requireOpen(number).desk();
        if (owner != null && (desk == null || !desks.crew(desk).contains(owner))) {
            throw Refusal.invalid("checklist-owner", owner);
        }
        var all = items.of(number);
        if (all.size() >= MOST) {
            throw Refusal.conflict("checklist-many", number, MOST);
        }
        int position = all.isEmpty() ? 1 : all.getLast().position() + 1;
        var item = new ChecklistItem(number, position, text, owner, due);
        items.add(item);
        events.fire(item.added(current.id(), clock.instant()));
        return item.row();
    }

    public void done(TicketNumber number, int position) {
        tickets.requireMayWork(number);
        events.fire(items.require(number, position).done(current.id(), clock.instant()));
    }

    public void undone(TicketNumber number, int position) {
        requireOpen(number);
        events.fire(items.require(number, position).undone(current.id(), clock.instant()));
    }

    public void remove(TicketNumber number, int position) {
        tickets.requireMayWork(number);
        var item = items.require(number, position);
        items.delete(item);
        events.fire(item.removed(current.id(), clock.instant()));
    }

    private TicketSheet requireOpen(TicketNumber number) {
        tickets.requireMayWork(number);
        var ticket = tickets.ticket(number);
        if (ticket.status().isSettled()) {
            throw Refusal.conflict("ticket-settled", number);
        }
        return ticket;
    }
}
