package org.askwell.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import org.askwell.common.Job;
import org.askwell.common.Jobs;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.KnowledgeEvent;

/** Looks for the words of pins once their article was published or withdrawn; nobody waits for it who publishes. */
@ApplicationScoped
class PinChecking implements Job {

    private static final String NAME = "pin-check";

    @Inject
    PinKeeping keeping;

    @Inject
    PinRepository pins;

    @Inject
    Jobs jobs;

    @Inject
    Clock clock;

    @Override
    public String name() {
        return NAME;
    }

    void follow(@Observes KnowledgeEvent event) {
        switch (event) {
            case KnowledgeEvent.Published it -> look(it.article());
            case KnowledgeEvent.Withdrawn it -> look(it.article());
            default -> {}
        }
    }

    private void look(ArticleId article) {
        if (pins.restOn(article)) {
            // Work of its own each time: while the last one is running, asking for the same would be lost.
            jobs.schedule(NAME, article + " " + clock.instant());
        }
    }

    @Override
    public void run(String about) {
        keeping.look(new ArticleId(about.substring(0, about.indexOf(' '))));
    }
}
