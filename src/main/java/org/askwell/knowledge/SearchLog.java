package org.askwell.knowledge;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.askwell.common.AfterCommit;
import org.askwell.common.ApplicationService;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/** Where the windows tell that a search found nothing. */
@ApplicationService
public class SearchLog {

    private static final Object ONE_AT_A_TIME = new Object();

    @Inject
    Told told;

    @Inject
    AfterCommit afterwards;

    @Inject
    CurrentPerson current;

    /** Returns at once: to find nothing must neither take longer nor fail because somebody wants to learn from it. */
    public void foundNothing(String text, @Nullable String space) {
        var searched = new SearchedInVain(current.id(), text, space);
        afterwards.run(() -> {
            // One after the other: the same words sent twice at once would both be the first.
            synchronized (ONE_AT_A_TIME) {
                told.tell(searched);
            }
        });
    }

    /** A transaction of its own, after the search. */
    @ApplicationService
    static class Told {

        @Inject
        Event<SearchedInVain> events;

        public void tell(SearchedInVain searched) {
            events.fire(searched);
        }
    }
}
