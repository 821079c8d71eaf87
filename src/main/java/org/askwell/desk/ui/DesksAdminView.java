package org.askwell.desk.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Places;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.desk.QueueRow;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.people.Role;
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
    private final PeopleService people;
    private final CurrentPerson current;
    private final Paragraph said = new Paragraph();

    @Inject
    DesksAdminView(DeskService desks, PeopleService people, CurrentPerson current) {
        this.desks = desks;
        this.people = people;
        this.current = current;
        addClassNames("wide", "desk-admin");
        said.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("desk").orElse(null);
        said.setVisible(false);
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
        add(new H1(word("desk.admin.title")), areas());
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

    private static Nav areas() {
        var areas = new Nav(
                new Anchor(Places.ADMIN_DESKS, word("desk.admin.title")),
                new Anchor(Places.ADMIN_ROUTING, word("desk.admin.rules")));
        areas.addClassNames("row", "areas");
        areas.getElement().setAttribute("aria-label", word("desk.admin.areas"));
        return areas;
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
        var desk = desks.desk(slug);
        var form = new DeskForm(desk, desks.queuesOf(slug));
        form.onSave(word("desk.admin.save"), profile -> {
            desks.change(profile);
            showDesk(slug);
            say(word("desk.admin.saved"));
        });
        var links = new Div(
                new Anchor(Places.desk(slug), word("desk.admin.page")),
                new Anchor(Places.ADMIN_ROUTING + "/" + slug, word("desk.admin.rules")));
        links.addClassNames("row", "areas");
        add(back(), new H1(desk.name(Words.locale())), links, said, form, queues(desk), members(desk));
    }

    private static Anchor back() {
        var back = new Anchor(Places.ADMIN_DESKS, word("desk.admin.back"));
        back.addClassName("back");
        return back;
    }

    private Section queues(DeskProfile desk) {
        var list = new UnorderedList();
        list.addClassName("admin-lines");
        for (var queue : desks.queuesOf(desk.slug())) {
            list.add(queueLine(desk, queue));
        }
        var slug = new TextField(word("desk.queue.slug"));
        var zh = new TextField(word("desk.name.zh"));
        var en = new TextField(word("desk.name.en"));
        var add = button("desk.queue.add", "plain", () -> {
            desks.addQueue(desk.slug(), slug.getValue().trim(), zh.getValue(), en.getValue());
            showDesk(desk.slug());
        });
        var fresh = new Div(slug, zh, en, add);
        fresh.addClassName("inline-form");
        return section("desk.queues", list, fresh);
    }

    private ListItem queueLine(DeskProfile desk, QueueRow queue) {
        var zh = new TextField(word("desk.name.zh"));
        zh.setValue(queue.nameZh());
        var en = new TextField(word("desk.name.en"));
        en.setValue(queue.nameEn());
        var slug = new Span(queue.slug());
        slug.addClassName("quiet-text");
        var save = button("desk.queue.rename", "plain", () -> {
            desks.renameQueue(desk.slug(), queue.slug(), zh.getValue(), en.getValue());
            showDesk(desk.slug());
            say(word("desk.admin.saved"));
        });
        var line = new Div(slug, zh, en, save);
        line.addClassName("inline-form");
        return new ListItem(line);
    }

    private Section members(DeskProfile desk) {
        var list = new UnorderedList();
        list.addClassName("admin-lines");
        for (var role : List.of(Role.DESK_OWNER, Role.AGENT)) {
            for (var person : people.holders(role, desk.slug())) {
                list.add(memberLine(desk, person, role));
            }
        }
        var who = new ComboBox<PersonRow>(word("desk.member.who"));
        who.setItems(
                query -> people.search(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        who.setItemLabelGenerator(it -> it.name() + " · " + it.id());
        var role = new Select<Role>();
        role.setLabel(word("desk.member.role"));
        role.setItems(Role.AGENT, Role.DESK_OWNER);
        role.setItemLabelGenerator(DesksAdminView::roleWord);
        role.setValue(Role.AGENT);
        var admit = button("desk.member.add", "plain", () -> {
            var chosen = who.getValue();
            if (chosen == null) {
                throw Refusal.invalid("desk-member-choose");
            }
            desks.admit(desk.slug(), chosen.id(), role.getValue());
            showDesk(desk.slug());
        });
        var fresh = new Div(who, role, admit);
        fresh.addClassName("inline-form");
        return section("desk.members", list, fresh);
    }

    private ListItem memberLine(DeskProfile desk, PersonRow person, Role role) {
        var name = new Span(person.name());
        name.addClassName("author");
        var what = new Span(roleWord(role));
        what.addClassName("badge");
        var away = button("desk.member.remove", "quiet", () -> dismiss(desk, person.id(), role));
        away.getElement().setAttribute("aria-label", word("desk.member.remove.named", person.name()));
        var line = new Div(name, what, away);
        line.addClassName("row");
        return new ListItem(line);
    }

    private void dismiss(DeskProfile desk, PersonId person, Role role) {
        desks.dismiss(desk.slug(), person, role);
        if (DeskAccess.mayChange(current.get(), desk.slug())) {
            showDesk(desk.slug());
        } else {
            UI.getCurrent().navigate(Places.HOME);
        }
    }

    private static String roleWord(@Nullable Role role) {
        return word(role == Role.DESK_OWNER ? "desk.role.owner" : "desk.role.agent");
    }

    private static Section section(String title, Component... parts) {
        var section = new Section(new H2(word(title)));
        section.add(parts);
        return section;
    }

    private NativeButton button(String word, String look, Runnable action) {
        var button = new NativeButton(word(word), click -> {
            try {
                action.run();
            } catch (Refusal no) {
                refuse(no);
            }
        });
        button.addClassName(look);
        return button;
    }

    private void say(String sentence) {
        said.setText(sentence);
        said.setClassName("notice", false);
        said.setClassName("saved", true);
        said.setVisible(true);
    }

    private void refuse(Refusal no) {
        said.setText(Words.sentence(no));
        said.setClassName("notice", true);
        said.setClassName("saved", false);
        said.setVisible(true);
        said.scrollIntoView();
    }

    @Override
    public String getPageTitle() {
        return word("desk.admin.title");
    }
}
