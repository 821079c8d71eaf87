package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.askwell.ask.MyThing;
import org.askwell.ask.MyThings;
import org.askwell.ask.MyThings.Show;
import org.askwell.ask.MyTodo;
import org.askwell.common.Places;
import org.askwell.common.Slice;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.notification.ui.InboxScreens;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/** Everything of mine in one list, what waits for me on top. Route: {@code my?show=open}. */
@Route(Places.MY)
@CdiComponent
public class MyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 30;
    private static final String SHOW = "show";

    private final MyThings mine;
    private final DeskService desks;
    private final JoinedProblems joined;
    private final CurrentPerson current;
    private final LiveScreens screens;
    private final Clock clock;

    private final Nav chips = new Nav();
    private final Steady todos = new Steady();
    private final Steady things = new Steady();
    private final NativeButton more = new NativeButton(word("ask.my.more"), click -> loadMore());
    private final List<MyThing> shown = new ArrayList<>();
    private Show show = Show.ALL;
    private @Nullable String cursor;

    @Inject
    MyView(
            MyThings mine,
            DeskService desks,
            JoinedProblems joined,
            CurrentPerson current,
            LiveScreens screens,
            Clock clock) {
        this.mine = mine;
        this.desks = desks;
        this.joined = joined;
        this.current = current;
        this.screens = screens;
        this.clock = clock;
        addClassNames("column", "mine");
        chips.addClassName("chips");
        chips.setAriaLabel(word("ask.my.show"));
        more.addClassName("plain");
        add(new H1(word("ask.my.title")), chips, todos, joined, things, more);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var leave = screens.join(attached.getUI(), InboxScreens.topic(current.id()), this::repaint);
        addDetachListener(detached -> {
            leave.remove();
            detached.unregisterListener();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SHOW)
                .orElse("");
        show = Arrays.stream(Show.values())
                .filter(it -> it.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElse(Show.ALL);
        chips.removeAll();
        for (var choice : Show.values()) {
            var name = choice.name().toLowerCase(Locale.ROOT);
            var chip = new Anchor(
                    choice == Show.ALL ? Places.MY : Places.MY + "?" + SHOW + "=" + name, word("ask.my.show." + name));
            if (choice == show) {
                chip.getElement().setAttribute("aria-current", "page");
            }
            chips.add(chip);
        }
        begin(PAGE);
    }

    /** Something of mine has moved: as many lines as before, as they are now. */
    private void repaint() {
        begin(Math.min(Slice.MAX_LIMIT, Math.max(PAGE, shown.size())));
    }

    private void begin(int lines) {
        var waiting = show == Show.ALL || show == Show.TODO ? mine.todos() : List.<MyTodo>of();
        todos.show(waiting, () -> waiting.isEmpty() ? List.of() : List.of(waiting(waiting)));
        if (show == Show.ALL || show == Show.OPEN) {
            joined.show(show == Show.OPEN);
        } else {
            joined.setVisible(false);
        }
        shown.clear();
        cursor = null;
        load(lines, waiting.isEmpty());
    }

    private void loadMore() {
        load(PAGE, false);
    }

    private void load(int lines, boolean nothingElse) {
        var slice = mine.list(show, cursor, lines);
        shown.addAll(slice.items());
        cursor = slice.nextCursor();
        more.setVisible(cursor != null);
        var rows = List.copyOf(shown);
        things.show(Arrays.asList(show, rows, nothingElse), () -> list(rows, nothingElse));
    }

    private Component waiting(List<MyTodo> waiting) {
        var lines = list();
        for (var todo : waiting) {
            var sentence = todo.sentence() == null ? word("ask.my.confirm", todo.text()) : todo.sentence();
            lines.add(new ListItem(new Anchor(todo.place(), sentence), when(todo.at())));
        }
        var section = new Section(new H2(word("ask.my.waiting", waiting.size())), lines);
        section.addClassName("waiting-for-you");
        return section;
    }

    private List<Component> list(List<MyThing> rows, boolean nothingElse) {
        if (rows.isEmpty()) {
            return nothingElse || show != Show.TODO
                    ? List.of(new Paragraph(word("ask.my.none." + show.name().toLowerCase(Locale.ROOT))))
                    : List.of();
        }
        var names = new java.util.HashMap<String, String>();
        for (DeskProfile desk : desks.desks()) {
            names.put(desk.slug(), desk.name(Words.locale()));
        }
        var lines = list();
        rows.forEach(it -> lines.add(it.type() == MyThing.Type.TICKET ? request(it, names) : question(it)));
        return List.of(lines);
    }

    private ListItem request(MyThing thing, Map<String, String> names) {
        var state = badge(word("ask.line." + thing.state().toLowerCase(Locale.ROOT)));
        state.getElement().setAttribute("data-status", thing.state());
        var desk = thing.desk() == null ? word("ask.nowhere") : names.getOrDefault(thing.desk(), thing.desk());
        var where = new Span(thing.id() + " · " + desk);
        where.addClassName("quiet-text");
        return new ListItem(state, new Anchor(Places.ticket(thing.id()), thing.text()), where, when(thing.at()));
    }

    private ListItem question(MyThing thing) {
        var ticket = thing.ticket();
        var outcome = badge(
                ticket != null
                        ? word("ask.outcome.person", ticket)
                        : word("ask.outcome." + thing.state().toLowerCase(Locale.ROOT)));
        return new ListItem(outcome, new Anchor(Places.question(thing.id()), thing.text()), when(thing.at()));
    }

    private Component when(java.time.Instant at) {
        var when = Times.ago(at, current.get().zone(), clock);
        when.addClassName("quiet-text");
        return when;
    }

    private static Span badge(String text) {
        var badge = new Span(text);
        badge.addClassName("badge");
        return badge;
    }

    private static UnorderedList list() {
        var lines = new UnorderedList();
        lines.addClassName("lines");
        return lines;
    }

    @Override
    public String getPageTitle() {
        return word("ask.my.title");
    }
}
