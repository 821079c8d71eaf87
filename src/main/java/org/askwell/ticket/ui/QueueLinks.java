package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Words;
import org.askwell.desk.QueueRow;
import org.askwell.ticket.QueueCount;
import org.askwell.ticket.saved.SavedViews;

/** The ways to one's queues, with what waits in each. The links stay while the numbers change. */
final class QueueLinks extends Nav {

    /** Names what one has oneself, in the place of a queue. */
    static final String MINE = SavedViews.MINE;

    private final Steady links = new Steady();
    private final Map<String, Span> numbers = new HashMap<>();

    QueueLinks() {
        addClassName("bench-queues");
        getElement().setAttribute("aria-label", word("ticket.queues"));
        add(links);
    }

    /** @param chosen the queue that is shown, or {@link #MINE} */
    void show(List<QueueRow> queues, List<QueueCount> counts, String chosen) {
        links.show(List.of(queues, Words.locale()), () -> links(queues));
        var waiting = counts.stream().collect(Collectors.toMap(QueueCount::queue, QueueCount::waiting));
        number(MINE, counts.stream().mapToLong(QueueCount::mine).sum(), chosen);
        queues.forEach(it -> number(it.slug(), waiting.getOrDefault(it.slug(), 0L), chosen));
    }

    private List<Component> links(List<QueueRow> queues) {
        numbers.clear();
        var links = new ArrayList<Component>();
        links.add(new H2(word("ticket.queues")));
        links.add(link(MINE, word("ticket.queues.mine")));
        queues.forEach(it -> links.add(link(it.slug(), it.name(Words.locale()))));
        return links;
    }

    private Anchor link(String slug, String name) {
        var number = new Span();
        number.addClassName("count");
        numbers.put(slug, number);
        return new Anchor(Places.queue(slug), new Span(name), number);
    }

    private void number(String slug, long waiting, String chosen) {
        var number = Objects.requireNonNull(numbers.get(slug));
        number.setText(waiting == 0 ? "" : String.valueOf(waiting));
        var link = number.getElement().getParent();
        if (slug.equals(chosen)) {
            link.setAttribute("aria-current", "page");
        } else {
            link.removeAttribute("aria-current");
        }
    }
}
