package org.askwell.ticket.bulk;

import java.io.Serializable;
import java.util.List;
import org.askwell.ticket.TicketNumber;

/**
 * How a bulk action is getting on.
 *
 * @param changed tickets that are different now
 * @param same tickets that were so already
 * @param undone tickets that are as they were before
 * @param kept tickets that could not be undone, because somebody has done something else to them since
 * @param refused how many could not be changed
 * @param refusals the first of them, with the sentence that says why
 * @param undoable whether it can be undone now
 */
public record BulkReport(
        BulkId id,
        BulkAction action,
        BulkState state,
        int total,
        int changed,
        int same,
        int refused,
        int undone,
        int kept,
        boolean undoable,
        List<RefusedTicket> refusals)
        implements Serializable {

    /** @param reason in the language of whoever asked for the bulk action */
    public record RefusedTicket(TicketNumber ticket, String reason) implements Serializable {}

    /** How many tickets have had their turn. */
    public int past() {
        return state == BulkState.UNDOING || state == BulkState.UNDONE ? undone + kept : changed + same + refused;
    }

    /** How many tickets get their turn. */
    public int toDo() {
        return state == BulkState.UNDOING || state == BulkState.UNDONE ? changed + undone + kept : total;
    }
}
