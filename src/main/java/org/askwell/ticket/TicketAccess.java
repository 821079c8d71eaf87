package org.askwell.ticket;

import org.askwell.common.Refusal;
import org.askwell.people.Caller;
import org.askwell.people.Role;

/**
 * Who may do what with a ticket.
 *
 * <p>The requester sees the ticket without its notes. Those who work at its desk see and do everything. Tickets of no
 * desk belong to administrators and all desk owners. Being an administrator opens no desk's tickets.
 */
public final class TicketAccess {

    private TicketAccess() {}

    public static boolean mayRead(Caller caller, TicketScope ticket) {
        return isRequester(caller, ticket) || mayWork(caller, ticket);
    }

    /** Works on it: notes, assignment, queue, hold, resolution, tags, history, trace. */
    public static boolean mayWork(Caller caller, TicketScope ticket) {
        return ticket.desk() == null
                ? caller.isAdmin() || caller.hasAnywhere(Role.DESK_OWNER)
                : caller.worksAt(ticket.desk());
    }

    public static boolean isRequester(Caller caller, TicketScope ticket) {
        return caller.id().equals(ticket.requester());
    }

    public static boolean mayReply(Caller caller, TicketScope ticket) {
        return mayRead(caller, ticket) && ticket.status().isOpenToReplies();
    }

    public static boolean mayResolve(Caller caller, TicketScope ticket) {
        return mayWork(caller, ticket) && ticket.status().isActive();
    }

    public static boolean mayReopen(Caller caller, TicketScope ticket) {
        return ticket.status().isSettled()
                && (ticket.status() == TicketStatus.MERGED ? mayWork(caller, ticket) : mayRead(caller, ticket));
    }

    public static boolean mayConfirm(Caller caller, TicketScope ticket) {
        return isRequester(caller, ticket) && ticket.status() == TicketStatus.RESOLVED;
    }

    public static boolean mayWithdraw(Caller caller, TicketScope ticket) {
        return isRequester(caller, ticket) && ticket.status().isActive();
    }

    public static boolean mayRate(Caller caller, TicketScope ticket) {
        return isRequester(caller, ticket)
                && (ticket.status() == TicketStatus.RESOLVED || ticket.status() == TicketStatus.CLOSED);
    }

    public static boolean mayNudge(Caller caller, TicketScope ticket) {
        return isRequester(caller, ticket) && ticket.status() == TicketStatus.OPEN;
    }

    /** A ticket that one may not read does not exist for one. */
    static void requireMayRead(Caller caller, Ticket ticket) {
        if (!mayRead(caller, ticket.scope())) {
            throw Refusal.notFound("ticket-unknown", ticket.number());
        }
    }

    static void requireMayWork(Caller caller, Ticket ticket) {
        requireMayRead(caller, ticket);
        if (!mayWork(caller, ticket.scope())) {
            throw Refusal.forbidden("ticket-agents-only");
        }
    }

    /** Where a ticket was merged, those who work on it may part them again; any other is refused by the ticket itself. */
    static void requireMayReopen(Caller caller, Ticket ticket) {
        requireMayRead(caller, ticket);
        if (ticket.status() == TicketStatus.MERGED) {
            requireMayWork(caller, ticket);
        }
    }

    static void requireRequester(Caller caller, Ticket ticket) {
        requireMayRead(caller, ticket);
        if (!isRequester(caller, ticket.scope())) {
            throw Refusal.forbidden("ticket-requester-only");
        }
    }
}
