package org.askwell.ticket.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.askwell.ticket.MainTicket;
import org.askwell.ticket.TicketEvent;
import org.askwell.ticket.TicketNumber;

/**
 * Takes a main ticket up again when what it waits for is settled, in the same transaction. A sub-request that is reopened
 * later finds nobody waiting any more.
 */
@ApplicationScoped
class SubRequests {

    private static final String SOLVED = "link.solved";
    private static final String GIVEN_UP = "link.given-up";

    @Inject
    LinkRepository links;

    @Inject
    MainTicket mains;

    void hear(@Observes TicketEvent event) {
        switch (event) {
            case TicketEvent.Resolved it -> settled(it.number(), SOLVED, it.text());
            case TicketEvent.Withdrawn it -> settled(it.number(), GIVEN_UP, "");
            case TicketEvent.Merged it -> {
                settled(it.number(), GIVEN_UP, "");
                release(it.number());
            }
            // Whoever takes it up by hand does not wait any longer.
            case TicketEvent.Resumed it -> release(it.number());
            default -> {}
        }
        if (event instanceof TicketEvent.Resolved || event instanceof TicketEvent.Withdrawn) {
            release(event.number());
        }
    }

    private void settled(TicketNumber subRequest, String key, String outcome) {
        for (var link : links.waitingFor(subRequest)) {
            boolean all = link.waits() == Waits.FOR_ALL;
            link.release();
            mains.hear(
                    link.first(),
                    key,
                    subRequest,
                    outcome,
                    () -> !all || links.awaited(link.first()).isEmpty());
        }
    }

    private void release(TicketNumber main) {
        links.awaited(main).forEach(TicketLink::release);
    }
}
