package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import org.askwell.ask.AskService;
import org.askwell.common.Places;
import org.askwell.common.ui.HomePanel;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.search.SearchService;

/** One question, then what is mine. Route: the root. */
@Route("")
@CdiComponent
public class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int SUGGESTIONS = 6;
    private static final int PINNED = 5;
    private static final int RECOMMENDED = 8;

    private final Recommended recommended;
    private final DeskService desks;
    private final Instance<HomePanel> panels;
    private final AskBox box;
    private final Div below = new Div();

    @Inject
    HomeView(
            AskService asking,
            Recommended recommended,
            SearchService search,
            DeskService desks,
            CurrentPerson current,
            @Any Instance<HomePanel> panels) {
        this.recommended = recommended;
        this.desks = desks;
        this.panels = panels;
        box = new AskBox(
                word("ask.home.title"),
                word("ask.home.placeholder"),
                current.id() + ".ask",
                typed -> search.suggest(typed, SUGGESTIONS),
                text -> ConversationView.go(asking.ask(text, null, null).name()));
        addClassNames("column", "home");
        below.addClassName("home-below");
        add(new H1(word("ask.home.title")), box, below);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter("q").ifPresent(box::begin);
        below.removeAll();
        recommended.section(null, PINNED, RECOMMENDED).ifPresent(below::add);
        panels.stream()
                .sorted(Comparator.comparingInt(HomePanel::place))
                .forEach(panel -> panel.build().ifPresent(below::add));
        var doors = new Nav();
        doors.addClassName("chips");
        doors.getElement().setAttribute("aria-label", word("ask.home.desks"));
        desks.desks().forEach(desk -> doors.add(new Anchor(Places.desk(desk.slug()), desk.name(getLocale()))));
        below.add(section("ask.home.desks", doors));
    }

    private static Section section(String word, com.vaadin.flow.component.Component content) {
        return new Section(new H2(word(word)), content);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        box.focus();
    }

    @Override
    public String getPageTitle() {
        return word("ask.home.title");
    }
}
