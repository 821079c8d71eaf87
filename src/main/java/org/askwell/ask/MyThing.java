package org.askwell.ask;

import java.io.Serializable;
import java.time.Instant;
import org.askwell.ticket.TicketRow;
import org.jspecify.annotations.Nullable;

/**
 * One line of what is mine: a request that is or was with a person, or a question that the portal was asked.
 *
 * @param id the number of the ticket, or the id of the question
 * @param state a {@link org.askwell.ticket.TicketStatus} or an {@link Answer.Outcome}
 * @param desk whose desk it is at; null for questions and for what is at no desk yet
 * @param ticket the ticket that a question became
 */
public record MyThing(
        Type type,
        String id,
        String text,
        String state,
        @Nullable String desk,
        @Nullable String ticket,
        Instant at) implements Serializable {

    /** What it is. */
    public enum Type {
        TICKET,
        QUESTION
    }

    static MyThing of(TicketRow row) {
        return new MyThing(
                Type.TICKET,
                row.number().value(),
                row.subject(),
                row.status().name(),
                row.desk(),
                null,
                row.openedAt());
    }

    static MyThing of(QuestionRow row) {
        return new MyThing(
                Type.QUESTION, row.name().value(), row.text(), row.outcome().name(), null, row.ticket(), row.askedAt());
    }
}
