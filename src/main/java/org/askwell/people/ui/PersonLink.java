package org.askwell.people.ui;

import com.vaadin.flow.component.html.Anchor;
import org.askwell.common.Places;
import org.askwell.people.PersonId;

/** A name that leads to the card of whom it names. */
public final class PersonLink extends Anchor {

    public PersonLink(PersonId person, String name) {
        super(Places.personCard(person.value()), name);
        addClassName("person-link");
    }
}
