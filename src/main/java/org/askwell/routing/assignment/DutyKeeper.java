package org.askwell.routing.assignment;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Set;
import org.askwell.people.PersonId;
import org.askwell.ticket.HandingOut;
import org.askwell.ticket.TicketEvent;
import org.jspecify.annotations.Nullable;

/**
 * Notes, in the transaction of what happens, that a ticket is to be looked at again, and gives away what comes back to a
 * queue. Where a desk has planned nothing, it does nothing.
 *
 * <p>Listens after the rules, which give a new ticket its place themselves.
 */
@ApplicationScoped
class DutyKeeper {

    private static final int AFTER_THE_RULES = Interceptor.Priority.LIBRARY_AFTER - 50;

    @Inject
    AssignmentBook book;

    @Inject
    AssignmentRepository repository;

    @Inject
    HandingOut tickets;

    @Inject
    Sharing sharing;

    void onEvent(@Observes @Priority(AFTER_THE_RULES) TicketEvent event) {
        switch (event) {
            case TicketEvent.Opened it -> watch(it);
            case TicketEvent.Transferred it -> watch(it);
            case TicketEvent.Assigned it -> moved(it, it.to() == null ? it.from() : null);
            case TicketEvent.QueueChanged it -> moved(it, null);
            case TicketEvent.Replied it -> again(it);
            case TicketEvent.Asked it -> again(it);
            case TicketEvent.Held it -> again(it);
            case TicketEvent.Resumed it -> again(it);
            case TicketEvent.Resolved it -> again(it);
            case TicketEvent.Withdrawn it -> again(it);
            case TicketEvent.Reopened it -> again(it);
            default -> {}
        }
    }

    /** @param had whoever has just put it back */
    private void moved(TicketEvent event, @Nullable PersonId had) {
        if (tickets.isArriving(event.number())) {
            return;
        }
        watch(event);
        var it = tickets.lying(event.number());
        if (it.assignee() == null) {
            var unused = sharing.give(it, had == null ? Set.of() : Set.of(had), null);
        }
    }

    private void again(TicketEvent event) {
        if (!tickets.isArriving(event.number())) {
            watch(event);
        }
    }

    private void watch(TicketEvent event) {
        var desk = tickets.lying(event.number()).desk();
        if (desk != null && book.of(desk).plan().watches()) {
            repository.watch(event.number(), desk, event.at());
        }
    }
}
