package org.askwell.ticket;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.askwell.common.ApplicationService;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * Finds tickets by their number, with or without the letters before it, by the whole value of one of their fields, and by
 * words that all stand in them: one's own by subject and conversation, those one works on by subject. One public method is
 * one transaction.
 */
@ApplicationService
public class TicketSearch {

    /** So many of one's own are looked through, the newest. */
    static final int MOST_OWN = 500;
    /** So many of one's desks are looked through, the newest. */
    static final int MOST_AT_DESKS = 30_000;

    private static final int MOST_WORDS = 6;

    @Inject
    TicketWordRepository tickets;

    @Inject
    DeskService desks;

    @Inject
    CurrentPerson current;

    /**
     * What was found, the newest first.
     *
     * @param since older ones were not looked through; null when all were
     */
    public record Outcome(
            List<FoundTicket> tickets, @Nullable Instant since) {}

    /** Tickets of which the acting person is the requester. */
    public Outcome mine(String text, int limit) {
        var caller = current.get();
        return find(TicketWordRepository.Scope.own(caller.id()), text, MOST_OWN, limit);
    }

    /** Tickets that the acting person works on, without the own ones; nothing for who works at no desk. */
    public Outcome atMyDesks(String text, int limit) {
        var caller = current.get();
        var mine = caller.scopesOf(Role.AGENT);
        mine.addAll(caller.scopesOf(Role.DESK_OWNER));
        boolean unrouted = mayWorkOnUnrouted(caller);
        if (mine.isEmpty() && !unrouted) {
            return new Outcome(List.of(), null);
        }
        var scope = TicketWordRepository.Scope.atDesks(List.copyOf(mine), unrouted, caller.id());
        return find(scope, text, MOST_AT_DESKS, limit);
    }

    private Outcome find(TicketWordRepository.Scope scope, String text, int most, int limit) {
        var numbers = numbers(text);
        if (!numbers.isEmpty()) {
            var found = tickets.numbered(scope, numbers, limit);
            if (!found.isEmpty()) {
                return new Outcome(found, null);
            }
        }
        var words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s,，。、;；]+"))
                .filter(it -> !it.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        if (words.isEmpty()) {
            return new Outcome(List.of(), null);
        }
        var since = tickets.since(scope, most).orElse(null);
        return new Outcome(tickets.worded(scope, text, words, since, limit), since);
    }

    /** The tickets that may be meant: {@code it-1042}, or {@code 1042} at any desk. */
    private List<TicketNumber> numbers(String text) {
        var asked = text.strip().toUpperCase(Locale.ROOT);
        if (asked.matches("[0-9]{1,12}")) {
            return desks.desks().stream()
                    .map(DeskProfile::prefix)
                    .flatMap(prefix -> TicketNumber.parse(prefix + "-" + asked).stream())
                    .toList();
        }
        return Optional.of(asked).flatMap(TicketNumber::parse).stream().toList();
    }

    private static boolean mayWorkOnUnrouted(Caller caller) {
        return caller.isAdmin() || caller.hasAnywhere(Role.DESK_OWNER);
    }
}
