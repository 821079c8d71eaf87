package org.askwell.ticket.bulk;

import java.io.Serializable;
import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.Priority;
import org.askwell.ticket.Tags;

/**
 * What is done to each of many tickets.
 *
 * @param value what the kind asks for: a sign-in name, a priority, a tag, a queue, or the words of a resolution
 */
public record BulkAction(BulkKind kind, String value) implements Serializable {

    public BulkAction {
        value = switch (kind) {
            case RESOLVE -> value;
            case ADD_TAG, REMOVE_TAG ->
                Tags.clean(List.of(value)).stream().findFirst().orElse("");
            default -> value.trim();
        };
    }

    /** Refuses what could be done to no ticket at all. */
    void check() {
        boolean sound = switch (kind) {
            case ASSIGN -> value.isEmpty() || PersonId.parse(value).isPresent();
            case PRIORITISE -> Priority.parse(value).isPresent();
            case ADD_TAG, REMOVE_TAG, MOVE -> !value.isEmpty();
            case RESOLVE -> true;
        };
        if (!sound) {
            throw Refusal.invalid("bulk-value", value);
        }
        if (kind == BulkKind.RESOLVE) {
            NewTicket.requireText(value);
        }
    }
}
