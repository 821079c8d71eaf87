package org.askwell.ticket;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;

/**
 * Makes one ticket of two that mean the same.
 *
 * <p>Both are the same requester's: somebody else's would show one person what another wrote. The one that ends is
 * reopened when it was a mistake; what was carried over stays in the other as a note.
 */
@ApplicationService
public class TicketMerging {

    @Inject
    TicketRepository tickets;

    @Inject
    KnownProblemRepository problems;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<TicketEvent> events;

    /**
     * Ends a ticket that goes on in another one. Those who work there read what was said here, and the requester is told.
     *
     * @param into is open, and the same requester's
     */
    public void merge(TicketNumber number, TicketNumber into) {
        var caller = current.get();
        var both = locked(number, into);
        both.values().forEach(it -> TicketAccess.requireMayWork(caller, it));
        var ticket = Objects.requireNonNull(both.get(number));
        var target = Objects.requireNonNull(both.get(into));
        if (problems.find(number).filter(KnownProblem::isMarked).isPresent()) {
            throw Refusal.conflict("ticket-merge-known", number, into);
        }
        var now = clock.instant();
        var merged = ticket.merge(target, caller.id(), now);
        var absorbed = target.absorb(ticket, caller.id(), now);
        tickets.add(
                new Message(into, absorbed.message(), caller.id(), Visibility.INTERNAL, words(ticket, caller), now));
        events.fire(merged);
        events.fire(absorbed);
    }

    /** Always in the same order, so that two who merge the same two do not wait for each other. */
    private Map<TicketNumber, Ticket> locked(TicketNumber one, TicketNumber other) {
        var both = new HashMap<TicketNumber, Ticket>();
        Stream.of(one, other).distinct().sorted().forEach(it -> both.put(it, tickets.requireForChange(it)));
        return both;
    }

    /** What was said to everybody, oldest first, as far as a note has room. */
    private String words(Ticket ticket, Caller caller) {
        var said = tickets.conversation(ticket.number(), false);
        var names = people.named(said.stream().map(MessageRow::author).collect(Collectors.toSet()));
        return NewTicket.cut(Stream.concat(
                        Stream.of(Texts.in(
                                caller.locale(),
                                "ticket.merged.note",
                                ticket.number().value(),
                                ticket.row().subject())),
                        said.stream().map(it -> quote(it, names)))
                .collect(Collectors.joining("\n\n")));
    }

    private static String quote(MessageRow said, Map<PersonId, PersonRow> names) {
        var author = names.get(said.author());
        var lines = Stream.concat(
                Stream.of("**" + (author == null ? said.author().value() : author.name()) + "**", ""),
                List.of(said.text().split("\n", -1)).stream());
        return lines.map(it -> it.isEmpty() ? ">" : "> " + it).collect(Collectors.joining("\n"));
    }
}
