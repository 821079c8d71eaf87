package org.askwell.knowledge;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.askwell.common.ApplicationService;

/** Articles whose day has come on which somebody wanted to look again. Nobody is acting. */
@ApplicationService
public class ArticleChecks {

    @Inject
    KnowledgeRepository library;

    @Inject
    Clock clock;

    @Inject
    Event<KnowledgeEvent> events;

    public List<ArticleId> toRemind(int limit) {
        return library.toRemind(today(), limit);
    }

    public void remind(ArticleId id) {
        library.require(id).article().remind(today()).ifPresent(events::fire);
    }

    /** Nobody's zone: in Asia the day has begun, elsewhere it is soon enough. */
    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
