package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.askwell.search.Finder;
import org.askwell.search.FoundGroup;

/** Finds the tickets that the acting person works on. */
@ApplicationScoped
class DeskTicketsFinder implements Finder {

    @Inject
    TicketSearch search;

    @Inject
    FoundTicketWords words;

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public FoundGroup find(String text, int limit) {
        var outcome = search.atMyDesks(text, limit + 1);
        return FoundGroup.of(name(), words.of(outcome.tickets()), limit, outcome.since());
    }
}
