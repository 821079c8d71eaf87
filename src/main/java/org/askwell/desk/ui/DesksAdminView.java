package org.askwell.desk.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.people.Role;
import org.askwell.people.ui.AdminAreas;
import org.askwell.people.ui.NamedLines;
import org.askwell.people.ui.PersonPicker;
import org.jspecify.annotations.Nullable;

/**
 * Setting up desks: names, hours, queues, members. Route: {@code admin/desks}, {@code admin/desks/it}, and
 * {@code admin/desks/new-desk!} for one that does not exist yet.
 */
@Route("admin/desks/:desk?")
@CdiComponent
@RolesAllowed({"DESK_OWNER", "ADMIN"})
public class DesksAdminView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** No short name of a desk can look like this. */
    private static final String NEW = "new-desk!";

    private final DeskService desks;
    private final DeskSchemas schemas;
    private final PeopleService people;
    private final CurrentPerson current;
    private final Div settings = new Div();
    private final Section members = new Section();

    @Inject
    DesksAdminView(DeskService desks, DeskSchemas schemas, PeopleService people, CurrentPerson current) {
        this.desks = desks;
        this.schemas = schemas;
        this.people = people;
        this.current = current;
        addClassNames("wide", "admin");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("desk").orElse(null);
        if (wanted == null) {
            showList();
        } else if (wanted.equals(NEW) && DeskAccess.mayOpenDesks(current.get())) {
            showNew();
        } else if (desks.find(wanted).isPresent() && DeskAccess.mayChange(current.get(), wanted)) {
            showDesk(wanted);
        } else {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void showList() {
        removeAll();
        var caller = current.get();
        var list = new UnorderedList();
        list.addClassName("desk-list");
        for (var desk : desks.desks()) {
            if (DeskAccess.mayChange(caller, desk.slug())) {
                var line = new Span(word("desk.admin.line", desk.prefix(), desk.slug()));
                line.addClassName("quiet-text");
                list.add(new ListItem(
                        new Anchor(Places.ADMIN_DESKS + "/" + desk.slug(), desk.name(Words.locale())), line));
            }
        }
        add(new AdminAreas(caller, Places.ADMIN_DESKS), new H1(word("desk.admin.title")));
        if (list.getChildren().findAny().isEmpty()) {
            add(new Paragraph(word("desk.admin.none")));
        }
        add(list);
        if (DeskAccess.mayOpenDesks(caller)) {
            var make = new Anchor(Places.ADMIN_DESKS + "/" + NEW, word("desk.admin.new"));
            make.addClassName("button");
            add(make);
        }
    }

    private void showNew() {
        removeAll();
        var form = new DeskForm(null, List.of());
        form.onSave(word("desk.admin.create"), profile -> {
            desks.open(profile);
            UI.getCurrent().navigate(Places.ADMIN_DESKS + "/" + profile.slug());
        });
        add(back(), new H1(word("desk.admin.new")), form);
    }

    private void showDesk(String slug) {
        removeAll();
        showSettings(slug);
        showMembers(slug);
        var queues = new NamedLines(
                word("desk.queues"),
                word("desk.queue.add"),
                () -> desks.queuesOf(slug).stream()
                        .map(it -> new NamedLines.Named(it.slug(), it.nameZh(), it.nameEn()))
                        .toList(),
                it -> desks.renameQueue(slug, it.slug(), it.nameZh(), it.nameEn()),
                it -> desks.addQueue(slug, it.slug(), it.nameZh(), it.nameEn()));
        add(back(), settings, queues, new CategoryLines(schemas, slug), new FieldLines(schemas, slug), members);
    }

    private DeskForm showSettings(String slug) {
        var desk = desks.desk(slug);
        var form = new DeskForm(desk, desks.queuesOf(slug));
        form.onSave(word("desk.admin.save"), profile -> {
            desks.change(profile);
            showSettings(slug).say(word("desk.admin.saved"));
        });
        var links = new Div(
                new Anchor(Places.desk(slug), word("desk.admin.page")),
                new Anchor(Places.ADMIN_ROUTING + "/" + slug, word("desk.admin.rules")),
                new Anchor(Places.deskMacros(slug), word("desk.admin.macros")),
                new Anchor(Places.deskRoster(slug), word("desk.roster")),
                new Anchor(Places.deskAssignment(slug), word("desk.admin.assignment")),
                new Anchor(Places.ADMIN_DESKS + "/" + slug + "/poster", word("desk.poster")));
        links.addClassNames("row", "links");
        settings.removeAll();
        settings.add(new H1(desk.name(Words.locale())), links, form);
        return form;
    }

    private static Anchor back() {
        var back = new Anchor(Places.ADMIN_DESKS, word("desk.admin.back"));
        back.addClassName("back");
        return back;
    }

    private void showMembers(String desk) {
        var said = new Feedback();
        var list = new UnorderedList();
        list.addClassName("admin-lines");
        for (var role : List.of(Role.DESK_OWNER, Role.AGENT)) {
            for (var person : people.holders(role, desk)) {
                list.add(memberLine(desk, person, role, said));
            }
        }
        var who = new PersonPicker(word("desk.member.who"), people);
        var role = new Select<Role>();
        role.setLabel(word("desk.member.role"));
        role.setItems(Role.AGENT, Role.DESK_OWNER);
        role.setItemLabelGenerator(DesksAdminView::roleWord);
        role.setValue(Role.AGENT);
        var admit = button("desk.member.add", "plain", said, () -> {
            var chosen = who.chosen().orElseThrow(() -> Refusal.invalid("desk-member-choose"));
            desks.admit(desk, chosen, role.getValue());
            showMembers(desk);
        });
        var fresh = new Div(who, role, admit);
        fresh.addClassName("inline-form");
        members.removeAll();
        members.add(new H2(word("desk.members")), list, said, fresh);
    }

    private ListItem memberLine(String desk, PersonRow person, Role role, Feedback said) {
        var name = new Span(person.name());
        name.addClassName("author");
        var what = new Span(roleWord(role));
        what.addClassName("tag");
        var away = button("desk.member.remove", "quiet", said, () -> dismiss(desk, person.id(), role));
        away.setAriaLabel(word("desk.member.remove.named", person.name()));
        var line = new Div(name, what, away);
        line.addClassName("row");
        return new ListItem(line);
    }

    private void dismiss(String desk, PersonId person, Role role) {
        desks.dismiss(desk, person, role);
        if (DeskAccess.mayChange(current.get(), desk)) {
            showMembers(desk);
        } else {
            UI.getCurrent().navigate(Places.HOME);
        }
    }

    private static NativeButton button(String word, String look, Feedback said, Runnable action) {
        var button = new NativeButton(word(word), click -> said.around(action));
        button.addClassName(look);
        return button;
    }

    private static String roleWord(@Nullable Role role) {
        return word(role == Role.DESK_OWNER ? "desk.role.owner" : "desk.role.agent");
    }

    @Override
    public String getPageTitle() {
        return word("desk.admin.title");
    }
}
