package org.askwell.ticket;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Something has befallen a ticket. Fired inside the transaction that did it. */
public sealed interface TicketEvent {

    TicketNumber number();

    /** Who did it. */
    PersonId by();

    Instant at();

    /**
     * What decides where a ticket belongs, as it was when it came to its desk.
     *
     * @param space the library of the article that came nearest to an answer
     * @param hour of the day at the desk, 0 to 23
     * @param outsideHours the desk was closed
     * @param fields what stood in the desk's own fields
     */
    record Facts(
            Requester requester,
            String subject,
            String text,
            Priority priority,
            List<String> tags,
            @Nullable String space,
            int hour,
            boolean outsideHours,
            @Nullable String category,
            Map<String, String> fields) {

        public Facts {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** Of a ticket that nobody has said more about. */
        public Facts(
                Requester requester,
                String subject,
                String text,
                Priority priority,
                List<String> tags,
                @Nullable String space,
                int hour,
                boolean outsideHours) {
            this(requester, subject, text, priority, tags, space, hour, outsideHours, null, Map.of());
        }

        Facts filled(Map<String, String> values) {
            return new Facts(requester, subject, text, priority, tags, space, hour, outsideHours, category, values);
        }
    }

    /**
     * A ticket was born.
     *
     * @param desk null when it belongs to no desk yet
     * @param deskByRule no person named the desk: it was left to the company's rules
     */
    record Opened(
            TicketNumber number,
            PersonId by,
            Instant at,
            @Nullable String desk,
            boolean deskByRule,
            String queue,
            Facts facts)
            implements TicketEvent {}

    record Replied(TicketNumber number, PersonId by, Instant at, int message) implements TicketEvent {}

    record Noted(TicketNumber number, PersonId by, Instant at, int message) implements TicketEvent {}

    /**
     * @param to null when nobody has it any more
     * @param why where the portal did it: a word for the reason, and what it is about, such as {@code RETURNED 60}
     */
    record Assigned(
            TicketNumber number,
            PersonId by,
            Instant at,
            @Nullable PersonId from,
            @Nullable PersonId to,
            @Nullable String why)
            implements TicketEvent {

        Assigned(TicketNumber number, PersonId by, Instant at, @Nullable PersonId from, @Nullable PersonId to) {
            this(number, by, at, from, to, null);
        }
    }

    /**
     * It has waited too long for an answer, and somebody was told.
     *
     * @param told whom
     * @param minutes of working time that it has waited
     */
    record Escalated(TicketNumber number, PersonId by, Instant at, Escalation what, List<PersonId> told, int minutes)
            implements TicketEvent {}

    record QueueChanged(TicketNumber number, PersonId by, Instant at, String from, String to) implements TicketEvent {}

    /** The ticket has gone to another desk, and waits in its default queue until the desk's rules have looked at it. */
    record Transferred(
            TicketNumber number,
            PersonId by,
            Instant at,
            @Nullable String fromDesk,
            String fromQueue,
            String desk,
            String queue,
            String note,
            Facts facts)
            implements TicketEvent {}

    record Held(
            TicketNumber number,
            PersonId by,
            Instant at,
            String reason,
            @Nullable Instant until) implements TicketEvent {}

    /** The desk needs something from the requester, and the ticket waits for it. */
    record Asked(TicketNumber number, PersonId by, Instant at, int message) implements TicketEvent {}

    record Resumed(TicketNumber number, PersonId by, Instant at) implements TicketEvent {}

    /** @param message its text stands in the conversation, too, and stays there when the ticket is reopened */
    record Resolved(TicketNumber number, PersonId by, Instant at, int message, String text) implements TicketEvent {}

    /** The requester has agreed that it is solved. */
    record Confirmed(TicketNumber number, PersonId by, Instant at) implements TicketEvent {}

    /** The requester was reminded that the ticket will close by itself. */
    record Reminded(TicketNumber number, PersonId by, Instant at, Instant closesAt) implements TicketEvent {}

    /** Nobody said anything against the resolution in time. */
    record Closed(TicketNumber number, PersonId by, Instant at) implements TicketEvent {}

    /** @param count how often by now */
    record Nudged(TicketNumber number, PersonId by, Instant at, int count) implements TicketEvent {}

    /** The requester has said what the solution was worth. */
    record Rated(
            TicketNumber number,
            PersonId by,
            Instant at,
            boolean satisfied,
            @Nullable String reason) implements TicketEvent {}

    record Reopened(TicketNumber number, PersonId by, Instant at) implements TicketEvent {}

    record Withdrawn(TicketNumber number, PersonId by, Instant at) implements TicketEvent {}

    /** It goes on in another ticket of the same requester. */
    record Merged(TicketNumber number, PersonId by, Instant at, TicketNumber into) implements TicketEvent {}

    /** What was said on another ticket goes on here; the message tells those who work on it what that was. */
    record Absorbed(TicketNumber number, PersonId by, Instant at, int message, TicketNumber merged)
            implements TicketEvent {}

    /** It belongs together with another ticket now; told to both. */
    record Linked(TicketNumber number, PersonId by, Instant at, TicketNumber other) implements TicketEvent {}

    record Unlinked(TicketNumber number, PersonId by, Instant at, TicketNumber other) implements TicketEvent {}

    /**
     * Something befell its checklist.
     *
     * @param text what has to be done
     * @param owner who does it; null: whoever has the ticket
     */
    record Ticked(
            TicketNumber number,
            PersonId by,
            Instant at,
            What what,
            String text,
            @Nullable PersonId owner) implements TicketEvent {

        public enum What {
            ADDED,
            DONE,
            UNDONE,
            REMOVED
        }
    }

    record Tagged(TicketNumber number, PersonId by, Instant at, List<String> before, List<String> after)
            implements TicketEvent {}

    /** @param to null when it has none any more */
    record Categorised(
            TicketNumber number,
            PersonId by,
            Instant at,
            @Nullable String from,
            @Nullable String to) implements TicketEvent {}

    /** Something else stands in one of the own fields of a desk; null: nothing. */
    record FieldSet(
            TicketNumber number,
            PersonId by,
            Instant at,
            String desk,
            String field,
            @Nullable String before,
            @Nullable String after)
            implements TicketEvent {}

    record Prioritised(TicketNumber number, PersonId by, Instant at, Priority from, Priority to)
            implements TicketEvent {}
}
