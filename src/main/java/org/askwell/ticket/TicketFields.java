package org.askwell.ticket;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.desk.DeskSchemas;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/** The category of tickets, and what stands in their desk's own fields. One public method is one transaction. */
@ApplicationService
public class TicketFields {

    @Inject
    TicketRepository tickets;

    @Inject
    FieldKeeper keeper;

    @Inject
    DeskSchemas schemas;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<TicketEvent> events;

    /**
     * @param category of the ticket's desk; null: none
     */
    public void categorise(TicketNumber number, @Nullable String category) {
        change(number, Optional.of(Optional.ofNullable(category)), Map.of());
    }

    /**
     * Puts values into fields; the others stay.
     *
     * @param values as people write them; null or blank empties a field
     */
    public void fill(TicketNumber number, Map<String, @Nullable String> values) {
        change(number, Optional.empty(), values);
    }

    /** Both at once, and all or nothing. */
    public void change(TicketNumber number, @Nullable String category, Map<String, @Nullable String> values) {
        change(number, Optional.of(Optional.ofNullable(category)), values);
    }

    private void change(
            TicketNumber number, Optional<Optional<String>> category, Map<String, @Nullable String> values) {
        var caller = current.get();
        var ticket = tickets.requireForChange(number);
        TicketAccess.requireMayWork(caller, ticket);
        var schema = schemas.of(ticket.desk());
        var now = clock.instant();
        var read = keeper.read(schema, values, caller.locale());
        if (category.isPresent()) {
            var wanted = category.get().filter(it -> !it.isBlank()).orElse(null);
            if (wanted != null && !wanted.equals(ticket.category())) {
                FieldKeeper.requireOffered(schema, wanted);
            }
            ticket.categorise(wanted, caller.id(), now).ifPresent(events::fire);
        }
        keeper.fill(ticket, schema, read, caller.id(), now).forEach(events::fire);
    }

    /** What stands in the fields of these tickets, which the acting person may read; at most one statement. */
    public Map<TicketNumber, Map<String, String>> of(Collection<TicketRow> rows) {
        return keeper.of(rows);
    }
}
