package org.askwell.desk.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;

/** What a desk is for, when it is open, and how to ask there. Route: {@code desks/it}. */
@Route("desks/:desk")
@CdiComponent
@JsModule("context://js/workbench.js")
public class DeskView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DeskService desks;
    private final CurrentPerson current;
    private final Clock clock;
    private final Instance<DeskPanel> panels;
    private String title = "";

    @Inject
    DeskView(DeskService desks, CurrentPerson current, Clock clock, @Any Instance<DeskPanel> panels) {
        this.desks = desks;
        this.current = current;
        this.clock = clock;
        this.panels = panels;
        addClassNames("column", "desk-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var desk = event.getRouteParameters().get("desk").flatMap(desks::find);
        if (desk.isEmpty()) {
            event.rerouteToError(NotFoundException.class);
            return;
        }
        show(desk.get());
    }

    private void show(DeskProfile desk) {
        title = desk.name(Words.locale());
        removeAll();
        add(new H1(title));
        var welcome = desk.welcome(Words.locale());
        if (!welcome.isBlank()) {
            add(new Paragraph(welcome));
        }
        var zone = current.get().zone();
        var open = new Paragraph(HoursWords.now(desk.hours(), clock.instant(), zone));
        open.addClassName("quiet-text");
        add(open);
        panels.stream()
                .sorted(Comparator.comparingInt(DeskPanel::place))
                .forEach(panel -> panel.build(desk).ifPresent(this::add));
        if (!desk.hours().isAlwaysOpen()) {
            add(new Details(word("desk.hours", desk.hours().zone().getId()), HoursWords.week(desk.hours())));
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
