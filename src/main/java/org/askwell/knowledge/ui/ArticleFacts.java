package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;
import org.askwell.knowledge.ArticlePage;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonCards;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.people.ui.PersonLink;
import org.jspecify.annotations.Nullable;

/** Beside a text: where it is in the other language, who answers for it, when it was checked and who may read it. */
final class ArticleFacts extends Div {

    /** @param person whom the value names, if it leads to their card */
    private record Fact(String key, String value, @Nullable PersonId person) {

        Fact(String key, String value) {
            this(key, value, null);
        }
    }

    private final PeopleService people;
    private final PersonCards cards;
    private final CurrentPerson current;
    private final Clock clock;
    private final Steady twin = new Steady();
    private final Steady facts = new Steady();

    ArticleFacts(PeopleService people, PersonCards cards, CurrentPerson current, Clock clock) {
        this.people = people;
        this.cards = cards;
        this.current = current;
        this.clock = clock;
        add(twin, facts);
    }

    void show(ArticlePage page) {
        var other = Optional.ofNullable(page.twin());
        twin.show(other, () -> other.map(ArticleFacts::twin).stream().toList());
        var lines = facts(page);
        facts.show(lines, () -> List.of(list(lines)));
    }

    private static Paragraph twin(ArticlePage.Twin twin) {
        var link = new Anchor(
                Places.article(twin.id().value()),
                twin.language().equals("zh") ? word("knowledge.twin.zh") : word("knowledge.twin.en"));
        link.getElement().setAttribute("title", twin.title());
        return new Paragraph(link);
    }

    private List<Fact> facts(ArticlePage page) {
        var facts = new ArrayList<Fact>();
        var details = page.details();
        facts.add(new Fact(
                "knowledge.owner",
                people.find(details.owner())
                        .map(PersonRow::name)
                        .orElse(details.owner().value()),
                cards.mayMeet(details.owner()) ? details.owner() : null));
        if (details.checkedOn() != null) {
            facts.add(new Fact("knowledge.checkedOn", Times.day(details.checkedOn())));
        }
        if (details.reviewOn() != null) {
            boolean late = details.isStale(
                    LocalDate.ofInstant(clock.instant(), current.get().zone()));
            facts.add(new Fact(
                    "knowledge.reviewOn",
                    Times.day(details.reviewOn()) + (late ? " · " + word("knowledge.reviewOn.late") : "")));
        }
        if (!details.tags().isEmpty()) {
            facts.add(new Fact("knowledge.tags", String.join(" · ", details.tags())));
        }
        facts.add(new Fact(
                "knowledge.readers", Pieces.readers(people, getLocale()).apply(page.visibility())));
        facts.add(new Fact("knowledge.number", page.id() + " · " + word("knowledge.revision", page.revision())));
        return facts;
    }

    private static DescriptionList list(List<Fact> facts) {
        var list = new DescriptionList();
        list.addClassName("facts");
        facts.forEach(it -> {
            var person = it.person();
            list.add(
                    new DescriptionList.Term(word(it.key())),
                    person == null
                            ? new DescriptionList.Description(it.value())
                            : new DescriptionList.Description(new PersonLink(person, it.value())));
        });
        return list;
    }
}
