package org.askwell.ticket.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.askwell.common.ui.LiveScreens;
import org.askwell.people.PersonId;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketTopics;

/**
 * Who has a ticket open right now, and who is writing. It tells and never locks.
 *
 * <p>Kept in the memory of this node: who looks at it through another node is not seen here.
 */
@ApplicationScoped
class Presence {

    /** Who has not touched a key for so long is not writing any more. */
    static final Duration PAUSE = Duration.ofSeconds(12);

    /** Somebody else at the same ticket. */
    record Other(PersonId person, boolean writes) {}

    private final ConcurrentHashMap<TicketNumber, Set<Seat>> seats = new ConcurrentHashMap<>();

    @Inject
    LiveScreens screens;

    @Inject
    Clock clock;

    /** One open page of a ticket; whoever takes it leaves it. */
    final class Seat {
        private final TicketNumber ticket;
        private final PersonId person;
        private volatile Instant wrote = Instant.MIN;

        private Seat(TicketNumber ticket, PersonId person) {
            this.ticket = ticket;
            this.person = person;
        }

        /** A key was touched. */
        void writes() {
            boolean news = !isWriting();
            wrote = clock.instant();
            if (news) {
                screens.changed(TicketTopics.presence(ticket));
            }
            screens.changed(TicketTopics.presence(ticket), PAUSE.plusSeconds(1));
        }

        /** What was written is sent, or was thrown away. */
        void rests() {
            wrote = Instant.MIN;
            screens.changed(TicketTopics.presence(ticket));
        }

        void leave() {
            seats.computeIfPresent(ticket, (number, taken) -> {
                taken.remove(this);
                return taken.isEmpty() ? null : taken;
            });
            screens.changed(TicketTopics.presence(ticket));
        }

        private boolean isWriting() {
            return wrote.isAfter(clock.instant().minus(PAUSE));
        }
    }

    Seat take(TicketNumber ticket, PersonId person) {
        var seat = new Seat(ticket, person);
        seats.computeIfAbsent(ticket, number -> ConcurrentHashMap.newKeySet()).add(seat);
        screens.changed(TicketTopics.presence(ticket));
        return seat;
    }

    /** Everybody but this person, each once, in a steady order. */
    List<Other> others(TicketNumber ticket, PersonId person) {
        return seats.getOrDefault(ticket, Set.of()).stream()
                .filter(it -> !it.person.equals(person))
                .collect(Collectors.toMap(it -> it.person, Seat::isWriting, Boolean::logicalOr))
                .entrySet()
                .stream()
                .map(it -> new Other(it.getKey(), it.getValue()))
                .sorted(java.util.Comparator.comparing(it -> it.person().value()))
                .toList();
    }
}
