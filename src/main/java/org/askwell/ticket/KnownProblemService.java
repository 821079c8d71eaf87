package org.askwell.ticket;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Problems that many have: an agent says so of a ticket, whoever has it, too, joins, one reply reaches all. One public
 * method is one transaction.
 *
 * <p>Everybody may read what the agent says and how many have it; who they are is told to those who work on the ticket.
 */
@ApplicationService
public class KnownProblemService {

    private static final int LATEST_REPLIES = 50;

    @Inject
    KnownProblemRepository problems;

    @Inject
    TicketRepository repository;

    @Inject
    TicketService tickets;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    Event<KnownProblemEvent> events;

    @Inject
    Clock clock;

    /** Somebody who has joined, for those who work on the ticket. */
    public record Joined(PersonId person, String name, Instant at) {}

    /** What was said to everybody. */
    public record Reply(int position, String textZh, String textEn, Instant at) {

        /** In the reader's language, or in the other one where the agent has written one only. */
        public String text(Locale locale) {
            return new KnownProblemReply.Words(textZh, textEn).in(locale.getLanguage());
        }
    }

    /** Marks a ticket as a known problem, or says it in other words. Those who work on it only. */
    public void mark(TicketNumber number, KnownProblemText words) {
        var ticket = work(number);
        if (ticket.desk() == null) {
            throw Refusal.conflict("problem-no-desk", number);
        }
        if (ticket.sheet(List.of()).confidential()) {
            throw Refusal.conflict("problem-confidential", number);
        }
        if (!ticket.scope().status().isActive()) {
            throw Refusal.conflict("problem-settled", number);
        }
        var known = problems.find(number);
        if (known.isPresent()) {
            events.fire(known.get().mark(words, current.id(), clock.instant()));
        } else {
            problems.add(new KnownProblem(number, words, current.id(), clock.instant()));
            events.fire(new KnownProblemEvent.Marked(number));
        }
    }

    /** Newcomers see it no more; those who have joined still hear of it. */
    public void unmark(TicketNumber number) {
        work(number);
        events.fire(require(number).unmark(clock.instant()));
    }

    /**
     * Says something to everybody who has joined and to the requester, each in the own language.
     *
     * @param zh may be empty if it is said in English, and the other way round
     * @return its position among what was said to all
     */
    public int tell(TicketNumber number, @Nullable String zh, @Nullable String en) {
        var ticket = work(number);
        var known = require(number);
        var words = new KnownProblemReply.Words(said(zh), said(en));
        if (words.zh().isEmpty() && words.en().isEmpty()) {
            throw Refusal.invalid("problem-reply-empty");
        }
        var language = ticket.sheet(List.of()).language();
        tickets.reply(number, words.in(language), List.of());
        int position = known.say();
        problems.add(new KnownProblemReply(number, position, words, current.id(), clock.instant()));
        events.fire(new KnownProblemEvent.Told(number, position, current.id()));
        return position;
    }

    private static String said(@Nullable String text) {
        var said = text == null ? "" : KnownProblemText.visible(text).strip();
        if (!said.isEmpty()) {
            NewTicket.requireText(said);
        }
        return said;
    }

    /** Has it, too. Whoever has joined already counts once. */
    public void join(TicketNumber number) {
        var caller = current.get();
        var facts = problems.facts(number)
                .filter(it -> it.isShown(clock.instant()))
                .orElseThrow(() -> Refusal.notFound("problem-unknown", number));
        if (facts.requester().equals(caller.id())) {
            throw Refusal.conflict("problem-own", number);
        }
        if (problems.join(number, caller.id(), clock.instant())) {
            events.fire(new KnownProblemEvent.Joined(number, caller.id()));
        }
    }

    /** Does not have it after all, and is told nothing more. */
    public void leave(TicketNumber number) {
        if (problems.leave(number, current.id())) {
            events.fire(new KnownProblemEvent.Left(number, current.id()));
        }
    }

    /** What is known now, the youngest first; of one desk or of all. */
    public Slice<KnownProblemRow> list(@Nullable String desk, @Nullable String cursor, int limit) {
        var facts = problems.shown(desk, clock.instant(), before(cursor), limit + 1);
        return Slice.of(rows(facts), limit, it -> String.valueOf(it.key()));
    }

    /** One of them: while it is shown for everybody, later for those who have joined, always for those who work on it. */
    public KnownProblemRow known(TicketNumber number) {
        return find(number).orElseThrow(() -> Refusal.notFound("problem-unknown", number));
    }

    /** The same; empty when the acting person may not read it, or not any more. */
    public Optional<KnownProblemRow> find(TicketNumber number) {
        var facts = problems.facts(number);
        return facts.map(it -> rows(List.of(it)).getFirst())
                .filter(it -> it.shown()
                        || it.joined()
                        || TicketAccess.mayWork(current.get(), facts.get().scope()));
    }

    /** The same for those who work on the ticket; empty when nobody has marked it. */
    public Optional<KnownProblemRow> marked(TicketNumber number) {
        TicketAccess.requireMayWork(current.get(), repository.require(number));
        return problems.facts(number).map(it -> rows(List.of(it)).getFirst());
    }

    /** What was said to everybody, oldest first; for whoever may read the problem. */
    public List<Reply> replies(TicketNumber number) {
        known(number);
        return problems.replies(number, LATEST_REPLIES).stream()
                .map(it -> new Reply(it.position(), it.words().zh(), it.words().en(), it.at()))
                .toList();
    }

    /** What the acting person has joined, the latest first. */
    public List<KnownProblemRow> mine(boolean activeOnly, int offset, int limit) {
        return rows(problems.joinedBy(current.id(), activeOnly, offset, Math.min(limit, Slice.MAX_LIMIT)));
    }

    /** Who has joined, in the order of joining. Those who work on the ticket only. */
    public Slice<Joined> joined(TicketNumber number, @Nullable String cursor, int limit) {
        TicketAccess.requireMayWork(current.get(), repository.require(number));
        var after = cursor == null
                ? null
                : PersonId.parse(cursor).orElseThrow(() -> Refusal.malformed("cursor-unreadable"));
        var found = problems.people(number, after, limit + 1);
        var names = people.named(found.stream().map(JoinedPerson::person).toList());
        return Slice.of(
                found.stream()
                        .map(it -> {
                            var row = names.get(it.person());
                            return new Joined(
                                    it.person(), row == null ? it.person().value() : row.name(), it.at());
                        })
                        .toList(),
                limit,
                it -> it.person().value());
    }

    private List<KnownProblemRow> rows(List<KnownProblemFacts> facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        Caller caller = current.get();
        var now = clock.instant();
        var numbers = facts.stream().map(KnownProblemFacts::ticket).collect(Collectors.toSet());
        var counts = problems.counts(numbers);
        var joined = problems.joined(caller.id(), numbers);
        return facts.stream()
                .map(it -> new KnownProblemRow(
                        it.key(),
                        it.ticket(),
                        it.titleZh(),
                        it.titleEn(),
                        it.textZh(),
                        it.textEn(),
                        it.desk(),
                        it.status(),
                        it.until(),
                        it.at(),
                        1 + counts.getOrDefault(it.ticket(), 0L),
                        joined.contains(it.ticket()),
                        it.requester().equals(caller.id()),
                        it.isShown(now)))
                .toList();
    }

    private KnownProblem require(TicketNumber number) {
        return problems.find(number).orElseThrow(() -> Refusal.notFound("problem-unknown", number));
    }

    private Ticket work(TicketNumber number) {
        var ticket = repository.requireForChange(number);
        TicketAccess.requireMayWork(current.get(), ticket);
        return ticket;
    }

    private static @Nullable Long before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        if (!cursor.matches("[1-9][0-9]{0,17}")) {
            throw Refusal.malformed("cursor-unreadable");
        }
        return Long.valueOf(cursor);
    }
}
