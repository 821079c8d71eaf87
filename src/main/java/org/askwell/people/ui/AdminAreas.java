package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import org.askwell.common.Places;
import org.askwell.people.Caller;

/** Leads from one area of administration to the others, as far as they are open to whoever looks. */
public final class AdminAreas extends Nav {

    /** @param here the place of the page that shows it */
    public AdminAreas(Caller caller, String here) {
        addClassName("areas");
        setAriaLabel(word("people.areas"));
        area(Places.ADMIN_DESKS, "people.areas.desks", here);
        area(Places.ADMIN_ROUTING, "people.areas.routing", here);
        area(Places.ADMIN_TARGETS, "people.areas.targets", here);
        if (caller.isAdmin()) {
            area(Places.ADMIN_PEOPLE, "people.areas.people", here);
            area(Places.ADMIN_DEPARTMENTS, "people.areas.departments", here);
            area(Places.ADMIN_SPACES, "people.areas.spaces", here);
            area(Places.ADMIN_MAIL, "people.areas.mail", here);
            area(Places.ADMIN_AUDIT, "audit.title", here);
            area(Places.ADMIN_SYSTEM, "people.areas.system", here);
        }
    }

    private void area(String place, String name, String here) {
        var link = new Anchor(place, word(name));
        if (place.equals(here)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        add(link);
    }
}
