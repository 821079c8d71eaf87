package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.people.Caller;
import org.askwell.people.Directory;
import org.askwell.people.PersonId;
import org.askwell.people.Role;
import org.askwell.people.RoleScopes.Scope;

/** What somebody may do, and where; each role is granted and taken away by itself. */
final class RolesPanel extends Section {

    private final Directory directory;
    private final PersonId person;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(word("people.roles.none"));
    private final Feedback said = new Feedback();
    private final Select<Role> role = new Select<>();
    private final Select<Scope> scope = new Select<>();

    RolesPanel(Directory directory, PersonId person) {
        this.directory = directory;
        this.person = person;
        list.addClassName("admin-lines");
        none.addClassName("quiet-text");
        role.setLabel(word("people.roles.role"));
        role.setItems(Role.AGENT, Role.DESK_OWNER, Role.CURATOR, Role.ADMIN);
        role.setItemLabelGenerator(PeopleWords::of);
        role.addValueChangeListener(change -> offerScopes(change.getValue()));
        scope.setLabel(word("people.roles.scope"));
        scope.setItemLabelGenerator(it -> it.name(Words.locale()));
        role.setValue(Role.AGENT);
        var grant = new NativeButton(word("people.roles.grant"), click -> said.around(this::grant));
        grant.addClassName("plain");
        var form = new Div(role, scope, grant);
        form.addClassName("inline-form");
        add(new H2(word("people.roles")), list, none, said, form);
        load();
    }

    private void load() {
        list.removeAll();
        var roles = directory.sheet(person).roles();
        none.setVisible(roles.isEmpty());
        roles.forEach(it -> list.add(line(it)));
    }

    private ListItem line(Caller.Grant grant) {
        var what = new Span(PeopleWords.of(grant.role()));
        var where = new Span(directory.scopesOf(grant.role()).stream()
                .filter(it -> it.slug().equals(grant.scope()))
                .findFirst()
                .map(it -> it.name(Words.locale()))
                .orElse(grant.scope()));
        where.addClassName("quiet-text");
        var away = new NativeButton(
                word("people.roles.revoke"),
                click -> said.around(() -> {
                    directory.revoke(person, grant.role(), grant.scope());
                    load();
                }));
        away.addClassName("quiet");
        away.setAriaLabel(word("people.roles.revoke.which", what.getText(), where.getText()));
        var line = new Div(what, where, away);
        line.addClassName("row");
        return new ListItem(line);
    }

    private void offerScopes(Role chosen) {
        var scopes = chosen.isScoped() ? directory.scopesOf(chosen) : List.<Scope>of();
        scope.setItems(scopes);
        scope.setVisible(chosen.isScoped());
        if (!scopes.isEmpty()) {
            scope.setValue(scopes.getFirst());
        }
    }

    private void grant() {
        var where = scope.getValue();
        if (role.getValue().isScoped() && where == null) {
            throw Refusal.invalid("scope-choose");
        }
        directory.grant(person, role.getValue(), role.getValue().isScoped() ? where.slug() : "");
        load();
    }
}
