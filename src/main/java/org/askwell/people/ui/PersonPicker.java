package org.askwell.people.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.jspecify.annotations.Nullable;

/** Chooses a colleague by name, pinyin, initials, staff number or mail; tells namesakes apart. */
public final class PersonPicker extends ComboBox<PersonRow> {

    private final transient PeopleService people;

    public PersonPicker(String label, PeopleService people) {
        super(label);
        this.people = people;
        setItems(query -> people.search(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        setItemLabelGenerator(PersonRow::name);
        setRenderer(new ComponentRenderer<>(PersonPicker::line));
        setClearButtonVisible(true);
    }

    /** Shows somebody as chosen, or nobody. */
    public void choose(@Nullable PersonId person) {
        setValue(person == null ? null : people.find(person).orElse(null));
    }

    public Optional<PersonId> chosen() {
        return getOptionalValue().map(PersonRow::id);
    }

    private static Div line(PersonRow person) {
        var more = new Span(Stream.of(
                        person.otherName(),
                        person.department(),
                        person.staffNumber(),
                        person.id().value())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · ")));
        more.addClassName("quiet-text");
        var line = new Div(new Span(person.name()), more);
        line.addClassName("person-choice");
        return line;
    }
}
