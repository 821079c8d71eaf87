package org.askwell.ticket.link;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketAccess;
import org.askwell.ticket.TicketEvent;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;
import org.askwell.ticket.TicketScope;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.Visibility;

/**
 * What those who work on a ticket do when it is not alone: link it, ask another desk for its sake, part it in two.
 *
 * <p>A link gives no right: whoever may not read the other ticket sees its number and how it stands, and no word of it.
 */
@ApplicationService
public class TicketLinks {

    /** So many belong to one ticket at most. */
    public static final int MOST = 50;

    @Inject
    LinkRepository links;

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

    /** For those who work on the ticket; in the order in which they were linked. */
    public List<LinkRow> of(TicketNumber number) {
        tickets.requireMayWork(number);
        var caller = current.get();
        var found = links.of(number);
        var rows = links.rows(found.stream().map(it -> it.otherThan(number)).collect(Collectors.toSet()));
        return found.stream()
                .map(it -> {
                    var row = Objects.requireNonNull(rows.get(it.otherThan(number)));
                    boolean readable =
                            TicketAccess.mayRead(caller, new TicketScope(row.requester(), row.desk(), row.status()));
                    return new LinkRow(
                            row.number(),
                            it.seenFrom(number),
                            row.status(),
                            row.desk(),
                            readable ? row.subject() : null,
                            it.waits());
                })
                .toList();
    }

    /**
     * Says what another ticket is to this one; what had been said of the two before counts no more.
     *
     * @param other one that the acting person may read
     */
    public void link(TicketNumber number, TicketNumber other, Relation relation) {
        tickets.requireMayWork(number);
        tickets.ticket(other);
        var main = relation == Relation.MAIN ? other : number;
        var second = relation == Relation.MAIN ? number : other;
        if (number.equals(other)) {
            throw Refusal.conflict("link-itself", number);
        }
        if (relation != Relation.RELATED && links.above(main).contains(second)) {
            throw Refusal.conflict("link-circle", second, main);
        }
        var kind = relation == Relation.RELATED ? TicketLink.Kind.RELATED : TicketLink.Kind.SUB_REQUEST;
        var known = links.between(number, other);
        if (known.isPresent()) {
            known.get().become(main, second, kind);
        } else {
            join(new TicketLink(main, second, kind, Waits.NO, current.id(), clock.instant()));
        }
    }

    public void unlink(TicketNumber number, TicketNumber other) {
        tickets.requireMayWork(number);
        var link = links.between(number, other).orElseThrow(() -> Refusal.notFound("link-unknown", number, other));
        links.delete(link);
        var now = clock.instant();
        events.fire(new TicketEvent.Unlinked(number, current.id(), now, other));
        events.fire(new TicketEvent.Unlinked(other, current.id(), now, number));
    }

    /**
     * Asks another desk for something that this ticket needs. The acting person is its requester, so nothing of it is shown
     * to the requester of this one; it has its own clock.
     *
     * @param waits whether this ticket goes on hold until it is settled
     */
    public TicketRow ask(TicketNumber number, String desk, String subject, String text, Waits waits) {
        tickets.requireMayWork(number);
        var ticket = tickets.ticket(number);
        boolean first = links.awaited(number).isEmpty();
        if (waits != Waits.NO && ticket.hold() != null && first) {
            throw Refusal.conflict("link-held", number);
        }
        if (ticket.status().isSettled()) {
            throw Refusal.conflict("ticket-settled", number);
        }
        var asked = tickets.open(new NewTicket(
                subject, text, desk, null, null, List.of(), null, null, ticket.confidential(), List.of()));
        join(new TicketLink(number, asked.number(), TicketLink.Kind.SUB_REQUEST, waits, current.id(), clock.instant()));
        if (waits != Waits.NO && first) {
            var locale = Locale.forLanguageTag(ticket.language());
            tickets.hold(number, Texts.in(locale, "link.waits", desks.desk(desk).name(locale)), null);
        }
        return asked;
    }

    /**
     * Makes a ticket of its own of one message, for the same requester at the same desk.
     *
     * @param message the position of something said to everybody
     */
    public TicketRow split(TicketNumber number, int message, String subject) {
        tickets.requireMayWork(number);
        var ticket = tickets.ticket(number);
        var words = ticket.conversation().stream()
                .filter(it -> it.position() == message && it.visibility() == Visibility.PUBLIC)
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("link-message", message, number));
        var parted = tickets.open(new NewTicket(
                subject,
                words.text(),
                ticket.desk(),
                ticket.requester(),
                null,
                List.of(),
                null,
                null,
                ticket.confidential(),
                words.files().stream().map(it -> it.file()).toList()));
        join(new TicketLink(number, parted.number(), TicketLink.Kind.RELATED, Waits.NO, current.id(), clock.instant()));
        return parted;
    }

    private void join(TicketLink link) {
        for (var end : Set.of(link.first(), link.second())) {
            if (links.count(end) >= MOST) {
                throw Refusal.conflict("link-many", end, MOST);
            }
        }
        links.add(link);
        told(link.first(), link.second(), current.id(), clock.instant());
    }

    private void told(TicketNumber one, TicketNumber other, PersonId by, Instant at) {
        events.fire(new TicketEvent.Linked(one, by, at, other));
        events.fire(new TicketEvent.Linked(other, by, at, one));
    }
}
