package org.askwell.ticket;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.askwell.search.Finder;
import org.askwell.search.FoundGroup;

/** Finds the requests of the acting person. */
@ApplicationScoped
class MyTicketsFinder implements Finder {

    @Inject
    TicketSearch search;

    @Inject
    FoundTicketWords words;

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public FoundGroup find(String text, int limit) {
        var outcome = search.mine(text, limit + 1);
        return FoundGroup.of(name(), words.of(outcome.tickets()), limit, outcome.since());
    }
}
