package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import org.askwell.common.Places;
import org.askwell.people.CurrentPerson;
import org.askwell.people.Directory;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.SignIn;
import org.askwell.people.Welcome;

/**
 * One person: who it is, what they may do, how they sign in. Route: {@code admin/people/li.wei}, and
 * {@code admin/people/new-person!} for somebody who is not here yet.
 */
@Route(Places.ADMIN_PEOPLE + "/:person")
@CdiComponent
@RolesAllowed("ADMIN")
public class PersonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** No sign-in name can look like this. */
    static final String NEW = "new-person!";

    private final Directory directory;
    private final PeopleService people;
    private final SignIn signIn;
    private final Welcome welcome;
    private final CurrentPerson current;
    private final Div particulars = new Div();
    private String title = "";

    @Inject
    PersonView(Directory directory, PeopleService people, SignIn signIn, Welcome welcome, CurrentPerson current) {
        this.directory = directory;
        this.people = people;
        this.signIn = signIn;
        this.welcome = welcome;
        this.current = current;
        addClassNames("wide", "admin");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("person").orElse("");
        var person = PersonId.parse(wanted).flatMap(people::find);
        if (wanted.equals(NEW)) {
            showNew();
        } else if (person.isPresent()) {
            show(person.get().id());
        } else {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void showNew() {
        title = word("people.new");
        removeAll();
        var lead = new Paragraph(word("people.new.lead"));
        lead.addClassName("quiet-text");
        var form = new PersonForm(null, people, directory.offices());
        form.onSave(word("people.create"), (id, typed) -> {
            directory.admit(id, typed);
            UI.getCurrent().navigate(Places.person(id.value()));
        });
        add(back(), new H1(title), lead, form);
    }

    private void show(PersonId id) {
        removeAll();
        showParticulars(id);
        add(
                back(),
                particulars,
                new RolesPanel(directory, id),
                new SignInPanel(directory, signIn, welcome, id, current.get().zone(), () -> showParticulars(id)));
    }

    private PersonForm showParticulars(PersonId id) {
        var sheet = directory.sheet(id);
        title = sheet.profile().name();
        var login = new Paragraph(word("people.login.is", id.value()));
        login.addClassName("quiet-text");
        var form = new PersonForm(sheet, people, directory.offices());
        form.onSave(word("people.save"), (same, typed) -> {
            directory.change(id, sheet.edition(), typed);
            showParticulars(id).say(word("people.saved"));
        });
        particulars.removeAll();
        particulars.add(new H1(title), login, form);
        return form;
    }

    private static Anchor back() {
        var back = new Anchor(Places.ADMIN_PEOPLE, word("people.back"));
        back.addClassName("back");
        return back;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
