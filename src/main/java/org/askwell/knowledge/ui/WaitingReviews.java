package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.askwell.common.Places;
import org.askwell.common.Slice;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;
import org.askwell.knowledge.ReviewRow;
import org.askwell.knowledge.ReviewService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;

/** What the reader could approve or send back, oldest first; nothing at all when nothing waits. */
final class WaitingReviews extends Section {

    private static final int PAGE = 10;

    private final ReviewService reviews;
    private final PeopleService people;
    private final CurrentPerson current;
    private final Clock clock;
    private final Map<String, String> spaces;
    private final Steady lines = new Steady();
    private int most = PAGE;

    /** @param spaces the names of spaces by slug */
    WaitingReviews(
            ReviewService reviews,
            PeopleService people,
            CurrentPerson current,
            Clock clock,
            Map<String, String> spaces) {
        this.reviews = reviews;
        this.people = people;
        this.current = current;
        this.clock = clock;
        this.spaces = spaces;
        addClassName("waiting-reviews");
        add(new H2(word("knowledge.reviews")), lines);
        load();
    }

    /** Reads anew what waits. */
    void load() {
        var waiting = reviews.waitingForMe(null, most);
        setVisible(!waiting.items().isEmpty());
        lines.show(waiting, () -> List.of(list(waiting)));
    }

    private Div list(Slice<ReviewRow> waiting) {
        var names =
                people.named(waiting.items().stream().map(ReviewRow::askedBy).toList());
        var list = Pieces.plainList("article-lines");
        waiting.items().forEach(row -> list.add(line(row, names)));
        var box = new Div((UnorderedList) list);
        if (waiting.nextCursor() != null) {
            NativeButton more = Pieces.button("knowledge.more", "plain", () -> {
                most += PAGE;
                load();
            });
            box.add(more);
        }
        return box;
    }

    private ListItem line(ReviewRow row, Map<PersonId, PersonRow> names) {
        var link = new Anchor(Places.articleReview(row.article().value()), row.title());
        link.getElement().setAttribute("lang", row.language().equals("zh") ? "zh-CN" : "en");
        var who = names.get(row.askedBy());
        var beside = new Span(spaces.getOrDefault(row.space(), row.space()) + " · "
                + (who == null ? row.askedBy().value() : who.name()) + " · ");
        beside.add(Times.ago(row.askedAt(), current.get().zone(), clock));
        beside.addClassName("quiet-text");
        var why = new Span(row.reason());
        why.addClassName("review-reason");
        return new ListItem(link, beside, why);
    }
}
