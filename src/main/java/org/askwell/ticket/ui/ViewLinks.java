package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskService;
import org.askwell.desk.QueueRow;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.saved.SavedViewRow;
import org.askwell.ticket.saved.SavedViews;
import org.jspecify.annotations.Nullable;

/** The ways to saved views, and the button that saves the list as it is shown. */
final class ViewLinks extends Nav {

    private final SavedViews views;
    private final DeskService desks;
    private final CurrentPerson current;
    private final Steady links = new Steady();
    private final Feedback refusal = new Feedback();
    private final NativeButton save = new NativeButton(word("view.save"), click -> ask());
    private List<QueueRow> mine = List.of();
    private String queue = SavedViews.MINE;
    private String query = "";
    private @Nullable String desk;

    ViewLinks(SavedViews views, DeskService desks, CurrentPerson current) {
        this.views = views;
        this.desks = desks;
        this.current = current;
        addClassName("bench-views");
        getElement().setAttribute("aria-label", word("view.list"));
        save.addClassName("quiet");
        add(links, save, refusal);
    }

    /**
     * @param shownQuery what narrows the list that is shown, as it stands in its address
     * @param shownDesk the desk of the list that is shown, if it is of one
     */
    void show(List<QueueRow> queues, String shownQueue, String shownQuery, @Nullable String shownDesk) {
        mine = queues;
        queue = shownQueue;
        query = shownQuery;
        desk = shownDesk;
        save.setVisible(!query.isEmpty());
        paint();
    }

    private void paint() {
        var all = views.among(mine);
        links.show(List.of(all, queue, query, Words.locale()), () -> links(all));
    }

    private List<Component> links(List<SavedViewRow> all) {
        var parts = new ArrayList<Component>();
        if (!all.isEmpty()) {
            parts.add(new H2(word("view.list")));
        }
        all.forEach(it -> parts.add(line(it)));
        return parts;
    }

    private Div line(SavedViewRow view) {
        Component name;
        if (view.open()) {
            var link = new Anchor(
                    Places.queue(view.queue()) + (view.query().isEmpty() ? "" : "?" + view.query()), view.name());
            if (view.queue().equals(queue) && view.query().equals(query)) {
                link.getElement().setAttribute("aria-current", "page");
            }
            name = link;
        } else {
            var gone = new Span(word("view.closed", view.name()));
            gone.addClassName("quiet-text");
            name = gone;
        }
        var line = new Div(name);
        line.addClassName("row");
        if (view.desk() != null) {
            var shared = new Span(word("view.shared"));
            shared.addClassName("tag");
            line.add(shared);
        }
        if (view.owner().equals(current.id())) {
            var delete = new NativeButton("×", click -> {
                refusal.around(() -> views.delete(view.id()));
                paint();
            });
            delete.addClassName("quiet");
            delete.getElement().setAttribute("aria-label", word("view.delete", view.name()));
            line.add(delete);
        }
        return line;
    }

    private void ask() {
        var name = new TextField(word("view.name"));
        name.setWidthFull();
        name.setMaxLength(60);
        name.setAutofocus(true);
        var share = new Checkbox(word("view.share", desk == null ? "" : nameOf(desk)));
        share.setVisible(desk != null);
        var question = new Question(
                word("view.save"),
                word("ticket.save"),
                () -> {
                    views.save(name.getValue(), queue, query, share.getValue() ? desk : null);
                    paint();
                },
                name,
                share);
        getChildren().filter(Question.class::isInstance).toList().forEach(this::remove);
        add(question);
        question.open();
    }

    private String nameOf(String slug) {
        return desks.desk(slug).name(Words.locale());
    }
}
