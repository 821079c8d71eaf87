package org.askwell.ticket.bulk;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;

/** The turns of a bulk action, each a transaction: a ticket and what stands of it here change together or not at all. */
@ApplicationService
class BulkSteps {

    @Inject
    BulkRepository bulks;

    @Inject
    TicketService tickets;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<BulkEvent> events;

    public PersonId askedBy(BulkId id) {
        return bulks.require(id).askedBy();
    }

    /** Whose turn it is; empty when the action is over, and then it says so. */
    public Optional<Integer> next(BulkId id) {
        var bulk = bulks.requireForChange(id);
        if (!bulk.state().isWork()) {
            return Optional.empty();
        }
        var next = bulks.next(bulk, isUndoing(bulk) ? BulkItem.State.CHANGED : BulkItem.State.WAITING)
                .map(BulkItem::position);
        events.fire(next.isEmpty() ? bulk.finish(clock.instant()) : new BulkEvent.Moved(id));
        return next;
    }

    public void take(BulkId id, int position) {
        var bulk = bulks.require(id);
        var item = bulks.item(bulk, position);
        var ticket = tickets.ticket(item.ticket());
        tickets.requireMayWork(item.ticket());
        if (isUndoing(bulk)) {
            putBack(bulk.action(), item, ticket);
        } else {
            change(bulk.action(), item, ticket);
        }
    }

    public void refuse(BulkId id, int position, Refusal reason) {
        var bulk = bulks.require(id);
        bulks.item(bulk, position).refused(reason.sentence(current.get().locale()));
    }

    private void change(BulkAction action, BulkItem item, TicketSheet ticket) {
        var value = action.value();
        var number = ticket.number();
        if (isSo(action, ticket)) {
            item.same();
            return;
        }
        switch (action.kind()) {
            case ASSIGN -> {
                item.changed(
                        ticket.assignee() == null ? null : ticket.assignee().value());
                tickets.assign(number, person(value));
            }
            case PRIORITISE -> {
                item.changed(ticket.priority().name());
                tickets.prioritise(number, priority(value));
            }
            case ADD_TAG -> {
                item.changed(null);
                tag(ticket, value, true);
            }
            case REMOVE_TAG -> {
                item.changed(null);
                tag(ticket, value, false);
            }
            case MOVE -> {
                item.changed(ticket.queue());
                tickets.changeQueue(number, value);
            }
            case RESOLVE -> {
                item.changed(null);
                tickets.resolve(number, value);
            }
        }
    }

    private void putBack(BulkAction action, BulkItem item, TicketSheet ticket) {
        if (!isSo(action, ticket)) {
            item.kept();
            return;
        }
        var number = ticket.number();
        switch (action.kind()) {
            case ASSIGN -> tickets.assign(number, person(item.before()));
            case PRIORITISE -> tickets.prioritise(number, priority(Objects.requireNonNull(item.before())));
            case ADD_TAG -> tag(ticket, action.value(), false);
            case REMOVE_TAG -> tag(ticket, action.value(), true);
            case MOVE -> tickets.changeQueue(number, Objects.requireNonNull(item.before()));
            case RESOLVE -> tickets.reopen(number, "");
        }
        item.undone();
    }

    /** Whether a ticket is as the action wants it. */
    private static boolean isSo(BulkAction action, TicketSheet ticket) {
        var value = action.value();
        return switch (action.kind()) {
            case ASSIGN -> Objects.equals(person(value), ticket.assignee());
            case PRIORITISE -> priority(value) == ticket.priority();
            case ADD_TAG -> ticket.tags().contains(value);
            case REMOVE_TAG -> !ticket.tags().contains(value);
            case MOVE -> value.equals(ticket.queue());
            case RESOLVE -> ticket.status() == TicketStatus.RESOLVED || ticket.status() == TicketStatus.CLOSED;
        };
    }

    private void tag(TicketSheet ticket, String tag, boolean with) {
        var all = new ArrayList<>(ticket.tags());
        all.remove(tag);
        if (with) {
            all.add(tag);
        }
        tickets.tag(ticket.number(), all);
    }

    private static boolean isUndoing(Bulk bulk) {
        return bulk.state() == BulkState.UNDOING;
    }

    private static @Nullable PersonId person(@Nullable String text) {
        return PersonId.parse(text).orElse(null);
    }

    private static Priority priority(String text) {
        return Priority.parse(text).orElseThrow();
    }
}
