package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.common.Places;
import org.askwell.people.CurrentPerson;
import org.askwell.people.Department;
import org.askwell.people.Group;
import org.askwell.people.PeopleService;
import org.askwell.people.Unit;

/** The departments and groups that people belong to. Route: {@code admin/departments}. */
@Route(Places.ADMIN_DEPARTMENTS)
@CdiComponent
@RolesAllowed("ADMIN")
public class UnitsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final PeopleService people;
    private final CurrentPerson current;

    @Inject
    UnitsView(PeopleService people, CurrentPerson current) {
        this.people = people;
        this.current = current;
        addClassNames("wide", "admin");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var lead = new Paragraph(word("people.units.lead"));
        lead.addClassName("quiet-text");
        add(
                new AdminAreas(current.get(), Places.ADMIN_DEPARTMENTS),
                new H1(word("people.areas.departments")),
                lead,
                new NamedLines(
                        word("people.departments"),
                        word("people.departments.add"),
                        () -> named(people.departments()),
                        it -> people.renameDepartment(it.slug(), it.nameZh(), it.nameEn()),
                        it -> people.addDepartment(new Department(it.slug(), it.nameZh(), it.nameEn(), null))),
                new NamedLines(
                        word("people.groups"),
                        word("people.groups.add"),
                        () -> named(people.groups()),
                        it -> people.renameGroup(it.slug(), it.nameZh(), it.nameEn()),
                        it -> people.addGroup(new Group(it.slug(), it.nameZh(), it.nameEn()))));
    }

    private static List<NamedLines.Named> named(List<? extends Unit> units) {
        return units.stream()
                .map(it -> new NamedLines.Named(it.slug(), it.nameZh(), it.nameEn()))
                .toList();
    }

    @Override
    public String getPageTitle() {
        return word("people.areas.departments");
    }
}
