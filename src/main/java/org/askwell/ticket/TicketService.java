package org.askwell.ticket;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.common.StoredFile;
import org.askwell.desk.BusinessHours;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.desk.Queue;
import org.askwell.desk.QueueRow;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.people.Role;
import org.jspecify.annotations.Nullable;

/** What one can ask of the ticket counter. One public method is one transaction: fetch, tell, announce. */
@ApplicationService
public class TicketService {

    /** So many open hours of the desk lie between two nudges. */
    public static final int NUDGE_HOURS = 4;

    private static final int LONGEST_QUOTE = 200;

    @Inject
    TicketRepository tickets;

    @Inject
    TicketListRepository lists;

    @Inject
    DeskWorkRepository work;

    @Inject
    TicketNumbers numbers;

    @Inject
    DeskService desks;

    @Inject
    DeskSchemas schemas;

    @Inject
    FieldKeeper fields;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    @Any
    Instance<Reception> receptions;

    @Inject
    @Any
    Instance<BeforeResolution> conditions;

    @Inject
    Event<TicketEvent> events;

    /**
     * Opens a ticket. Without a desk the rules choose one; when they do not either, it waits in {@link Queue#UNROUTED}.
     *
     * @return the ticket as the rules have placed it
     */
    public TicketRow open(NewTicket words) {
        var caller = current.get();
        var now = clock.instant();
        var requester = requester(words, caller);
        var named = words.desk();
        var chosen = named != null
                ? named
                : chooseDesk(requester, words, now.atZone(caller.zone()).getHour());
        var desk = chosen == null ? null : desks.remembered(chosen);
        requireMayOpen(caller, words, chosen);
        requireStillHere(words.requester());
        var schema = schemas.of(chosen);
        var filed = fields.filed(words, schema, chosen != null && caller.worksAt(chosen), caller.locale());
        var number = numbers.next(desk == null ? TicketNumber.NO_DESK : desk.prefix());
        var ticket = new Ticket(
                number,
                words,
                requester,
                caller.id(),
                chosen,
                desk == null ? Queue.UNROUTED : desk.defaultQueue(),
                now);
        fields.keep(ticket, schema, filed);
        tickets.add(ticket);
        tickets.arrived(ticket);
        say(number, 1, caller.id(), Visibility.PUBLIC, words.text(), now, words.files());
        events.fire(opened(ticket, words, requester, caller, desk, filed, now));
        return ticket.row();
    }

    /** What the acting person may read of a ticket; NOT_FOUND when that is nothing. */
    public TicketSheet ticket(TicketNumber number) {
        var caller = current.get();
        var ticket = tickets.require(number);
        TicketAccess.requireMayRead(caller, ticket);
        return ticket.sheet(
                tickets.conversation(number, TicketAccess.mayWork(caller, ticket.scope())), fields.of(ticket));
    }

    /** The latest ticket that came from a question, if the acting person may read it. */
    public Optional<TicketNumber> ofQuestion(String question) {
        var caller = current.get();
        return tickets.ofQuestion(question).reversed().stream()
                .filter(it -> TicketAccess.mayRead(caller, tickets.require(it).scope()))
                .findFirst();
    }

    /** @return the position of the new message */
    public int reply(TicketNumber number, String text, List<StoredFile> files) {
        return reply(number, text, files, null);
    }

    /**
     * As above, unless somebody else has said something meanwhile: then it is refused, and may be said again knowing that.
     *
     * @param seen the position of the last message that the writer knows; null: never mind
     * @return the position of the new message
     */
    public int reply(TicketNumber number, String text, List<StoredFile> files, @Nullable Integer seen) {
        requireWords(text, files);
        var caller = current.get();
        var ticket = tickets.requireForChange(number);
        TicketAccess.requireMayRead(caller, ticket);
        if (seen != null && ticket.messages() > seen) {
            requireNothingNew(number, caller, seen);
        }
        var now = clock.instant();
        var happened = ticket.reply(caller.id(), now);
        say(number, ticket.messages(), caller.id(), Visibility.PUBLIC, text, now, files);
        happened.forEach(events::fire);
        return ticket.messages();
    }

    private void requireNothingNew(TicketNumber number, Caller caller, int seen) {
        tickets.conversation(number, false).stream()
                .filter(it -> it.position() > seen && !it.author().equals(caller.id()))
                .reduce((earlier, later) -> later)
                .ifPresent(it -> {
                    var named = people.named(List.of(it.author())).get(it.author());
                    throw Refusal.conflict(
                            "ticket-answered-meanwhile",
                            named == null ? it.author().value() : named.name(),
                            it.text().length() <= LONGEST_QUOTE
                                    ? it.text()
                                    : it.text().substring(0, LONGEST_QUOTE) + "…");
                });
    }

    /** A message that the desk alone reads. */
    public int note(TicketNumber number, String text, List<StoredFile> files) {
        requireWords(text, files);
        var caller = current.get();
        var ticket = work(number);
        var now = clock.instant();
        var happened = ticket.note(caller.id(), now);
        say(number, happened.message(), caller.id(), Visibility.INTERNAL, text, now, files);
        events.fire(happened);
        return happened.message();
    }

    public void take(TicketNumber number) {
        var ticket = work(number);
        events.fire(ticket.take(current.id(), clock.instant()));
    }

    /** @param person works at the ticket's desk; null: nobody has it any more */
    public void assign(TicketNumber number, @Nullable PersonId person) {
        var ticket = work(number);
        if (person != null) {
            requireWorksAt(person, ticket.desk());
        }
        events.fire(ticket.assign(person, current.id(), clock.instant()));
    }

    /** Moves it to another queue of the same desk. */
    public void changeQueue(TicketNumber number, String queue) {
        var ticket = work(number);
        if (!Objects.equals(desks.queue(queue).desk(), ticket.desk())) {
            throw Refusal.invalid("ticket-queue-elsewhere", queue, number);
        }
        events.fire(ticket.moveTo(queue, current.id(), clock.instant()));
    }

    /** Gives it to another desk, whose rules then look at it; the note tells that desk why. */
    public void transfer(TicketNumber number, String desk, String note) {
        requireWords(note, List.of());
        var ticket = work(number);
        var now = clock.instant();
        var by = current.id();
        var target = desks.desk(desk);
        fields.move(ticket, desk, by, now).forEach(events::fire);
        var happened = ticket.transfer(desk, target.defaultQueue(), note, facts(ticket, target, now), by, now);
        var noted = ticket.note(by, now);
        say(number, noted.message(), by, Visibility.INTERNAL, note, now, List.of());
        tickets.arrived(ticket);
        events.fire(happened);
    }

    public void hold(TicketNumber number, String reason, @Nullable Instant until) {
        var ticket = work(number);
        events.fire(ticket.hold(reason, until, current.id(), clock.instant()));
    }

    /** Asks the requester for something, who reads it as a message; the ticket waits until the requester has answered. */
    public void askRequester(TicketNumber number, String question) {
        var ticket = work(number);
        var now = clock.instant();
        var happened = ticket.ask(question, current.id(), now);
        say(number, happened.message(), happened.by(), Visibility.PUBLIC, question, now, List.of());
        events.fire(happened);
    }

    public void resume(TicketNumber number) {
        var ticket = work(number);
        events.fire(ticket.resume(current.id(), clock.instant()));
    }

    /**
     * The text is the last answer: it stands in the conversation, and the requester may confirm it or reopen. Refused
     * while something is missing that the desk needs for that.
     */
    public void resolve(TicketNumber number, String text) {
        var ticket = work(number);
        var now = clock.instant();
        fields.requireComplete(ticket, current.get().locale());
        conditions.forEach(it -> it.require(number));
        var hours = hours(ticket);
        int days = closeAfter(ticket);
        var close = hours.plusWorkingDays(now, days);
        var happened =
                ticket.resolve(text, current.id(), now, days == 1 ? now : hours.plusWorkingDays(now, days - 1), close);
        say(number, happened.message(), happened.by(), Visibility.PUBLIC, text, now, List.of());
        events.fire(happened);
    }

    /**
     * As {@link #resolve(TicketNumber, String)}, with what the desk needed still: all or nothing.
     *
     * @param category null: the one it has stays
     * @param values of the desk's own fields, as people write them; the others stay
     */
    public void resolve(
            TicketNumber number, String text, @Nullable String category, Map<String, @Nullable String> values) {
        var ticket = work(number);
        var now = clock.instant();
        var by = current.get();
        var schema = schemas.of(ticket.desk());
        if (category != null) {
            FieldKeeper.requireOffered(schema, category);
            ticket.categorise(category, by.id(), now).ifPresent(events::fire);
        }
        fields.fill(ticket, schema, fields.read(schema, values, by.locale()), by.id(), now)
                .forEach(events::fire);
        resolve(number, text);
    }

    /** The requester agrees that it is solved. */
    public void confirmSolved(TicketNumber number) {
        var ticket = tickets.requireForChange(number);
        TicketAccess.requireRequester(current.get(), ticket);
        events.fire(ticket.confirmSolved(current.id(), clock.instant()));
    }

    /** @param reason what is still wrong, said to everybody on the ticket; blank when there is nothing to say */
    public void reopen(TicketNumber number, String reason) {
        var ticket = tickets.requireForChange(number);
        TicketAccess.requireMayReopen(current.get(), ticket);
        var now = clock.instant();
        var happened = ticket.reopen(current.id(), now);
        if (!reason.isBlank()) {
            NewTicket.requireText(reason);
            say(number, ticket.say(now), current.id(), Visibility.PUBLIC, reason, now, List.of());
        }
        events.fire(happened);
    }

    /** The requester asks to hurry: once in {@value #NUDGE_HOURS} hours in which the desk is open. */
    public void nudge(TicketNumber number) {
        var ticket = tickets.requireForChange(number);
        TicketAccess.requireRequester(current.get(), ticket);
        events.fire(
                ticket.nudge(current.id(), clock.instant(), nextNudge(ticket).orElse(null)));
    }

    /** The requester says in one word what the solution was worth, and perhaps why. */
    public void rate(TicketNumber number, boolean satisfied, @Nullable String reason) {
        var ticket = tickets.requireForChange(number);
        TicketAccess.requireRequester(current.get(), ticket);
        events.fire(ticket.rate(satisfied, reason, current.id(), clock.instant()));
    }

    /** When the requester may ask to hurry again; empty when at once. */
    public Optional<Instant> nextNudge(TicketNumber number) {
        var ticket = tickets.require(number);
        TicketAccess.requireRequester(current.get(), ticket);
        return nextNudge(ticket).filter(clock.instant()::isBefore);
    }

    private Optional<Instant> nextNudge(Ticket ticket) {
        return ticket.nudgedAt().map(it -> hours(ticket).plusOpen(it, Duration.ofHours(NUDGE_HOURS)));
    }

    /** The requester no longer wants it. */
    public void withdraw(TicketNumber number) {
        var ticket = tickets.requireForChange(number);
        TicketAccess.requireRequester(current.get(), ticket);
        events.fire(ticket.withdraw(current.id(), clock.instant()));
    }

    /** Puts exactly these tags on it. */
    public void tag(TicketNumber number, List<String> tags) {
        var ticket = work(number);
        events.fire(ticket.tag(tags, current.id(), clock.instant()));
    }

    public void prioritise(TicketNumber number, Priority priority) {
        var ticket = work(number);
        events.fire(ticket.prioritise(priority, current.id(), clock.instant()));
    }

    /**
     * The verb of the rules: puts a ticket where they want it. Only within the transaction in which it came to its
     * desk, so that it is no way around anybody's rights.
     */
    public void place(TicketNumber number, Placement placement) {
        var ticket = tickets.justArrived(number)
                .orElseThrow(() -> new IllegalStateException(number + " has not just arrived"));
        var now = clock.instant();
        ticket.place(placement, now).forEach(events::fire);
        fields.place(ticket, placement, now).forEach(events::fire);
    }

    /** What happened, oldest first; the requester reads only what concerns the requester. */
    public List<HistoryRow> history(TicketNumber number) {
        var caller = current.get();
        var ticket = tickets.require(number);
        TicketAccess.requireMayRead(caller, ticket);
        boolean everything = TicketAccess.mayWork(caller, ticket.scope());
        return tickets.history(number).stream()
                .filter(it -> everything || it.kind().isForRequester())
                .map(it -> everything ? it : it.forRequester())
                .toList();
    }

    /** Whether the acting person works on this ticket; false, too, when there is none. */
    public boolean mayWork(TicketNumber number) {
        return tickets.find(number, LockModeType.NONE)
                .map(it -> TicketAccess.mayWork(current.get(), it.scope()))
                .orElse(false);
    }

    /** Refuses when the acting person does not work on this ticket. For what other rooms know about it. */
    public void requireMayWork(TicketNumber number) {
        TicketAccess.requireMayWork(current.get(), tickets.require(number));
    }

    /**
     * Tickets that the acting person may see: those of one's desks, or one's own requests when one works at none or
     * asks for them by {@code requester}.
     */
    public Slice<TicketRow> list(TicketFilter filter, @Nullable String cursor, int limit) {
        var caller = current.get();
        requireMaySee(caller, filter);
        var rows = lists.after(filter, narrowing(filter, caller), caller, TicketCursor.parse(cursor), limit + 1);
        return Slice.of(rows, limit, TicketCursor::of);
    }

    /** As {@link #list}, for pages that scroll. */
    public List<TicketRow> page(TicketFilter filter, int offset, int limit) {
        var caller = current.get();
        requireMaySee(caller, filter);
        return lists.page(filter, narrowing(filter, caller), caller, offset, Math.min(limit, Slice.MAX_LIMIT));
    }

    private Narrowing narrowing(TicketFilter filter, Caller caller) {
        return filter.category() == null && filter.fields().isEmpty()
                ? Narrowing.NONE
                : Narrowing.of(filter, schemas.all(), caller.locale());
    }

    /** How much waits in each of these queues; empty queues are left out. */
    public List<QueueCount> counts(List<QueueRow> queues) {
        var caller = current.get();
        var visible = queues.stream()
                .filter(it -> DeskAccess.maySee(caller, it))
                .map(QueueRow::slug)
                .toList();
        return work.counts(visible, caller.id());
    }

    /** A file of a ticket; NOT_FOUND when the acting person may not read the message it came with. */
    public StoredFile attachment(String token) {
        var caller = current.get();
        var attachment = tickets.attachment(token).orElseThrow(() -> Refusal.notFound("not-found"));
        var ticket = tickets.require(attachment.ticket());
        boolean visible = TicketAccess.mayWork(caller, ticket.scope())
                || (TicketAccess.mayRead(caller, ticket.scope()) && !tickets.isInternal(attachment));
        if (!visible) {
            throw Refusal.notFound("not-found");
        }
        return attachment.file();
    }

    private BusinessHours hours(Ticket ticket) {
        return Optional.ofNullable(ticket.desk())
                .flatMap(desks::find)
                .map(DeskProfile::hours)
                .orElseGet(() -> BusinessHours.always(current.get().zone()));
    }

    private int closeAfter(Ticket ticket) {
        return Optional.ofNullable(ticket.desk())
                .flatMap(desks::find)
                .map(DeskProfile::closeAfter)
                .orElse(DeskProfile.CLOSE_AFTER);
    }

    private Ticket work(TicketNumber number) {
        var ticket = tickets.requireForChange(number);
        TicketAccess.requireMayWork(current.get(), ticket);
        return ticket;
    }

    private void say(
            TicketNumber number,
            int position,
            PersonId author,
            Visibility visibility,
            String text,
            Instant at,
            List<StoredFile> files) {
        tickets.add(new Message(number, position, author, visibility, text, at));
        files.forEach(file -> tickets.add(new Attachment(number, position, file)));
    }

    private Requester requester(NewTicket words, Caller caller) {
        var other = words.requester();
        if (other == null || other.equals(caller.id())) {
            return new Requester(
                    caller.id(), caller.office(), caller.department(), caller.employmentType(), caller.language());
        }
        return profiled(other);
    }

    private Requester profiled(PersonId person) {
        var profile = people.profile(person);
        return new Requester(
                person, profile.office(), profile.department(), profile.employmentType(), profile.language());
    }

    private @Nullable String chooseDesk(Requester requester, NewTicket words, int hour) {
        var arrival = new Reception.Arrival(requester, words, hour);
        for (var reception : receptions) {
            var desk = reception.deskFor(arrival);
            if (desk.isPresent()) {
                return desk.get();
            }
        }
        return null;
    }

    /** Whoever asks for somebody else, or sorts the ticket at once, must work at that desk. */
    private static void requireMayOpen(Caller caller, NewTicket words, @Nullable String desk) {
        boolean forOther = words.requester() != null && !words.requester().equals(caller.id());
        boolean sorted = words.priority() != null || !words.tags().isEmpty();
        boolean works = desk == null
                ? caller.hasAnywhere(Role.AGENT) || caller.hasAnywhere(Role.DESK_OWNER)
                : caller.worksAt(desk);
        if ((forOther || sorted) && !works) {
            throw Refusal.forbidden(forOther ? "ticket-for-other" : "ticket-agents-only");
        }
    }

    private void requireStillHere(@Nullable PersonId requester) {
        if (requester != null
                && !requester.equals(current.id())
                && people.find(requester).filter(PersonRow::active).isEmpty()) {
            throw Refusal.invalid("ticket-requester-gone", requester);
        }
    }

    private void requireMaySee(Caller caller, TicketFilter filter) {
        if (filter.queue() != null && !DeskAccess.maySee(caller, desks.queue(filter.queue()))) {
            throw Refusal.notFound("queue-unknown", filter.queue());
        }
    }

    private void requireWorksAt(PersonId person, @Nullable String desk) {
        if (desk == null) {
            throw Refusal.conflict("ticket-no-desk");
        }
        if (desks.members(desk).stream().noneMatch(it -> it.id().equals(person) && it.active())) {
            throw Refusal.invalid("ticket-assignee", person, desk);
        }
    }

    private static void requireWords(String text, List<StoredFile> files) {
        if (files.isEmpty() || !text.isBlank()) {
            NewTicket.requireText(text);
        }
        NewTicket.requireFiles(files);
    }

    private TicketEvent.Facts facts(Ticket ticket, DeskProfile desk, Instant now) {
        var first = tickets.conversation(ticket.number(), false).stream()
                .findFirst()
                .map(MessageRow::text)
                .orElse("");
        return ticket.facts(
                        profiled(ticket.requester()),
                        first,
                        null,
                        now.atZone(desk.hours().zone()).getHour(),
                        !desk.hours().isOpen(now))
                .filled(fields.at(desk.slug(), ticket));
    }

    private static TicketEvent.Opened opened(
            Ticket ticket,
            NewTicket words,
            Requester requester,
            Caller caller,
            @Nullable DeskProfile desk,
            Map<String, String> filed,
            Instant now) {
        var zone = desk == null ? caller.zone() : desk.hours().zone();
        var facts = ticket.facts(
                        requester,
                        words.text(),
                        words.space(),
                        now.atZone(zone).getHour(),
                        desk != null && !desk.hours().isOpen(now))
                .filled(filed);
        return new TicketEvent.Opened(
                ticket.number(), caller.id(), now, ticket.desk(), words.desk() == null, ticket.queue(), facts);
    }
}
