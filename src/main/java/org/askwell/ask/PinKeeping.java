package org.askwell.ask;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.askwell.common.ApplicationService;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticlePages;

/** Keeps pins on the words they rest on. Nobody acts here; one public method is one transaction. */
@ApplicationService
class PinKeeping {

    @Inject
    PinRepository pins;

    @Inject
    ArticlePages pages;

    @Inject
    Event<PinEvent> events;

    @Inject
    Clock clock;

    /** Lets the pins of an article follow their words into the published revision, or pause. */
    public void look(ArticleId article) {
        var resting = pins.of(article);
        if (resting.isEmpty()) {
            return;
        }
        var page = pages.page(article.value()).orElse(null);
        var text = page == null ? null : MarkdownText.parse(page.markdown());
        for (var pin : resting) {
            var passage = page == null || text == null
                    ? null
                    : pin.passage().in(page.revision(), text).orElse(null);
            if (passage != null) {
                if (pin.paused().isPresent() || !passage.equals(pin.passage())) {
                    events.fire(pin.take(passage));
                }
            } else {
                pin.pause(page == null ? Pin.Pause.WITHDRAWN : Pin.Pause.PASSAGE_GONE, clock.instant())
                        .ifPresent(events::fire);
            }
        }
    }

    /** Pins by their numbers, for whoever may be told of them. */
    public List<Pin> named(Collection<PinId> ids) {
        return pins.numbered(ids.stream().map(PinId::number).toList());
    }
}
