package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.shared.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Steady;
import org.askwell.ticket.TicketTopics;
import org.askwell.ticket.bulk.BulkId;
import org.askwell.ticket.bulk.BulkReport;
import org.askwell.ticket.bulk.BulkService;
import org.askwell.ticket.bulk.BulkState;
import org.jspecify.annotations.Nullable;

/** How the last bulk action is getting on, what came of it, and the way back. */
final class BulkStrip extends Div {

    private final BulkService bulks;
    private final LiveScreens screens;
    private final Element bar = new Element("progress").setAttribute("aria-label", word("bulk.running"));
    private final Span sentence = new Span();
    private final Steady buttons = new Steady();
    private final Steady refusals = new Steady();
    private final Feedback refusal = new Feedback();
    private @Nullable BulkId shown;
    private @Nullable BulkId dismissed;
    private @Nullable Registration live;

    BulkStrip(BulkService bulks, LiveScreens screens) {
        this.bulks = bulks;
        this.screens = screens;
        addClassName("bulk-strip");
        sentence.getElement().setAttribute("role", "status");
        var row = new Div(sentence, buttons);
        row.addClassName("row");
        add(row);
        getElement().appendChild(bar);
        add(refusals, refusal);
        setVisible(false);
        addAttachListener(here -> join());
        addDetachListener(gone -> leave());
    }

    /** Shows what the acting person did last, if it still runs or can be undone. */
    void load() {
        bulks.latest().filter(it -> !it.id().equals(dismissed)).ifPresentOrElse(this::show, () -> setVisible(false));
    }

    void show(BulkReport report) {
        if (!report.id().equals(shown)) {
            leave();
            shown = report.id();
            refusal.clear();
            join();
        }
        paint(report);
    }

    private void join() {
        if (shown != null && live == null && getUI().isPresent()) {
            live = screens.join(getUI().get(), TicketTopics.bulk(shown.value()), this::reload);
        }
    }

    private void leave() {
        if (live != null) {
            live.remove();
            live = null;
        }
    }

    private void reload() {
        if (shown != null && !shown.equals(dismissed)) {
            paint(bulks.report(shown));
        }
    }

    private void paint(BulkReport report) {
        boolean works = report.state().isWork();
        bar.setVisible(works);
        bar.setAttribute("max", String.valueOf(Math.max(1, report.toDo())))
                .setAttribute("value", String.valueOf(report.past()));
        sentence.setText(sentence(report));
        buttons.show(List.of(report.state(), report.undoable()), () -> buttons(report));
        refusals.show(report.refusals(), () -> refusals(report));
        setVisible(true);
    }

    private static String sentence(BulkReport report) {
        var key = "bulk." + report.state().name().toLowerCase(Locale.ROOT);
        if (report.state().isWork()) {
            return word(key, report.past(), report.toDo());
        }
        if (report.state() == BulkState.UNDONE) {
            return word(key, report.undone(), report.kept());
        }
        return word(key, report.changed(), report.same(), report.refused());
    }

    private List<Component> buttons(BulkReport report) {
        var all = new ArrayList<Component>();
        if (report.state() == BulkState.RUNNING) {
            all.add(Keys.button("bulk.cancel", "", () -> refusal.around(() -> bulks.cancel(report.id()))));
        }
        if (report.undoable()) {
            all.add(Keys.button("bulk.undo", "z", () -> refusal.around(() -> paint(bulks.undo(report.id())))));
        }
        if (!report.state().isWork()) {
            all.add(Keys.button("bulk.dismiss", "", () -> {
                dismissed = report.id();
                setVisible(false);
            }));
        }
        return all;
    }

    private static List<Component> refusals(BulkReport report) {
        if (report.refusals().isEmpty()) {
            return List.of();
        }
        var list = new UnorderedList();
        list.addClassName("plain-list");
        report.refusals()
                .forEach(it -> list.add(new ListItem(
                        new Anchor(
                                Places.ticket(it.ticket().value()), it.ticket().value()),
                        new Span(" " + it.reason()))));
        var details = new Details(word("bulk.refusals", report.refusals().size()), list);
        details.setOpened(true);
        return List.of(details);
    }
}
