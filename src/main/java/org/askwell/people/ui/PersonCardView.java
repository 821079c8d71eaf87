package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Words;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonCard;
import org.askwell.people.PersonCards;
import org.askwell.people.PersonId;

/** Who somebody is, as far as the reader may know. Route: {@code people/li.wei}. */
@Route("people/:person")
@CdiComponent
public class PersonCardView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final PersonCards cards;
    private final CurrentPerson current;
    private final Clock clock;
    private String title = "";

    @Inject
    PersonCardView(PersonCards cards, CurrentPerson current, Clock clock) {
        this.cards = cards;
        this.current = current;
        this.clock = clock;
        addClassNames("column", "card-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = event.getRouteParameters()
                .get("person")
                .flatMap(PersonId::parse)
                .orElseThrow(NotFoundException::new);
        try {
            show(cards.card(id));
        } catch (Refusal unknown) {
            throw new NotFoundException();
        }
    }

    private void show(PersonCard card) {
        title = card.name();
        removeAll();
        var name = new H1(card.name());
        add(name);
        if (card.otherName() != null) {
            var other = new Paragraph(card.otherName());
            other.addClassName("quiet-text");
            add(other);
        }
        if (!card.active()) {
            var closed = new Span(word("people.closed"));
            closed.addClassName("tag");
            add(closed);
        }
        if (card.zone() != null) {
            add(facts(card));
        }
        if (!card.open().isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("lines");
            card.open().forEach(it -> list.add(new ListItem(new Anchor(it.place(), it.title()), quiet(it.id()))));
            add(new Section(new H2(word("people.card.open", card.open().size())), list));
        }
        if (current.get().isAdmin()) {
            add(new Paragraph(new Anchor(Places.person(card.id().value()), word("people.card.change"))));
        }
    }

    private DescriptionList facts(PersonCard card) {
        var facts = new DescriptionList();
        facts.addClassName("facts");
        if (card.department() != null) {
            fact(facts, "people.department", new Span(card.department()));
        }
        if (!card.works().isEmpty()) {
            var works = new Div();
            card.works().forEach(it -> works.add(new Div(new Span(it))));
            fact(facts, "people.card.works", works);
        }
        if (!card.managers().isEmpty()) {
            var chain = new Span();
            for (var manager : card.managers()) {
                if (chain.getElement().getChildCount() > 0) {
                    chain.add(new Span(" › "));
                }
                chain.add(new PersonLink(manager.id(), manager.name()));
            }
            fact(facts, "people.card.managers", chain);
        }
        if (card.office() != null) {
            fact(facts, "people.office", new Span(card.office()));
        }
        if (card.language() != null) {
            fact(facts, "people.language", new Span(word("people.language." + card.language())));
        }
        var zone = card.zone();
        if (zone != null) {
            var time = DateTimeFormatter.ofPattern("EEE HH:mm", Words.locale())
                    .format(clock.instant().atZone(zone));
            fact(facts, "people.card.time", new Span(time + " · " + zone.getId()));
        }
        return facts;
    }

    private static void fact(DescriptionList facts, String name, Component value) {
        facts.add(new DescriptionList.Term(word(name)), new DescriptionList.Description(value));
    }

    private static Span quiet(String text) {
        var span = new Span(text);
        span.addClassName("quiet-text");
        return span;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
