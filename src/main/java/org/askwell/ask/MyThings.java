package org.askwell.ask;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.askwell.common.ApplicationService;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.Slice;
import org.askwell.notification.Inbox;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.TicketCursor;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketRow;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketStatus;
import org.jspecify.annotations.Nullable;

/**
 * Everything of mine in one list, the newest first: what I asked the portal, and what is or was with a person, whoever
 * filed it for me. One public method is one transaction.
 */
@ApplicationService
public class MyThings {

    /** More to-dos than anybody does in a day; the rest is in the inbox. */
    private static final int MOST_TODOS = 50;

    private static final String BOTH = "~";

    @Inject
    TicketService tickets;

    @Inject
    QuestionRepository questions;

    @Inject
    Inbox inbox;

    @Inject
    CurrentPerson current;

    /** Which of my things. */
    public enum Show {
        /** Questions and requests; a question that went to a person stands there once, as the request. */
        ALL,
        /** What others wait for, and nothing else. */
        TODO,
        /** Requests that somebody still works on. */
        OPEN,
        REQUESTS,
        QUESTIONS;

        boolean hasRequests() {
            return this == ALL || this == OPEN || this == REQUESTS;
        }

        boolean hasQuestions() {
            return this == ALL || this == QUESTIONS;
        }
    }

    /** What waits for me, the newest first; solved requests that I have not confirmed yet are among it. */
    public List<MyTodo> todos() {
        var todos = new ArrayList<MyTodo>();
        inbox.lines(Inbox.Show.WAITING, null, MOST_TODOS)
                .items()
                .forEach(it -> todos.add(new MyTodo(
                        it.about(), it.told().sentence(), "", it.told().place(), it.at())));
        var told = todos.stream().map(MyTodo::about).collect(Collectors.toSet());
        var solved = TicketFilter.ALL.requestedBy(current.id()).with(Set.of(TicketStatus.RESOLVED));
        tickets.page(solved, 0, MOST_TODOS).stream()
                .filter(it -> !told.contains(it.number().value()))
                .forEach(it -> todos.add(new MyTodo(
                        it.number().value(),
                        null,
                        it.subject(),
                        Places.ticket(it.number().value()),
                        it.updatedAt())));
        todos.sort(Comparator.comparing(MyTodo::at).reversed());
        return List.copyOf(todos);
    }

    /** Two statements, however many there are: one for the requests, one for the questions. */
    public Slice<MyThing> list(Show show, @Nullable String cursor, int limit) {
        var place = Place.parse(cursor);
        List<TicketRow> requests = show.hasRequests() ? requests(show, place.ticket(), limit + 1) : List.of();
        List<QuestionRow> asked = show.hasQuestions() ? asked(show, place.question(), limit + 1) : List.of();
        var items = new ArrayList<MyThing>();
        int i = 0;
        int j = 0;
        while (items.size() < limit && (i < requests.size() || j < asked.size())) {
            boolean request = j == asked.size()
                    || i < requests.size()
                            && !requests.get(i).openedAt().isBefore(asked.get(j).askedAt());
            items.add(request ? MyThing.of(requests.get(i++)) : MyThing.of(asked.get(j++)));
        }
        if (i == requests.size() && j == asked.size()) {
            return new Slice<>(List.copyOf(items), null);
        }
        var ticket = i == 0 ? place.ticket() : TicketCursor.of(requests.get(i - 1));
        var question = j == 0 ? place.question() : asked.get(j - 1).name().value();
        return new Slice<>(List.copyOf(items), ticket + BOTH + question);
    }

    private List<TicketRow> requests(Show show, String after, int atMost) {
        var mine = TicketFilter.ALL.requestedBy(current.id());
        return tickets.list(show == Show.OPEN ? mine.with(TicketFilter.ACTIVE) : mine, after, atMost)
                .items();
    }

    private List<QuestionRow> asked(Show show, String before, int atMost) {
        var name = before.isEmpty()
                ? Optional.<QuestionId>empty()
                : Optional.of(QuestionId.parse(before).orElseThrow(() -> Refusal.malformed("cursor-unreadable")));
        return questions.asked(current.id(), name, show == Show.QUESTIONS, atMost);
    }

    /** How far both lists have been read; empty from the beginning. */
    private record Place(String ticket, String question) {

        static Place parse(@Nullable String cursor) {
            if (cursor == null || cursor.isEmpty()) {
                return new Place("", "");
            }
            int cut = cursor.indexOf(BOTH);
            if (cut < 0) {
                throw Refusal.malformed("cursor-unreadable");
            }
            return new Place(cursor.substring(0, cut), cursor.substring(cut + 1));
        }
    }
}
