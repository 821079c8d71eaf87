package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.people.Directory;
import org.askwell.people.PersonId;
import org.askwell.people.SignIn;
import org.askwell.people.Welcome;

/** Whether somebody can sign in, and what an administrator can do about it. */
final class SignInPanel extends Section {

    private final Directory directory;
    private final SignIn signIn;
    private final Welcome welcome;
    private final PersonId person;
    private final ZoneId zone;
    private final Paragraph state = new Paragraph();
    private final Paragraph lock = new Paragraph();
    private final Div secret = new Div();
    private final Div leaving = new Div();
    private final Feedback said = new Feedback();
    private final NativeButton password = button("people.password.give", this::givePassword);
    private final NativeButton welcomeLink = button("people.welcome.give", this::giveLink);
    private final NativeButton unlock = button("people.unlock", this::unlock);
    private final NativeButton close = button("people.close", this::close);
    private final NativeButton reopen = button("people.reopen", this::reopen);
    private final Runnable changed;

    /** @param changed called when the account was closed or opened, which belongs to the person's particulars */
    SignInPanel(Directory directory, SignIn signIn, Welcome welcome, PersonId person, ZoneId zone, Runnable changed) {
        this.directory = directory;
        this.signIn = signIn;
        this.welcome = welcome;
        this.person = person;
        this.zone = zone;
        this.changed = changed;
        secret.addClassName("card");
        secret.getElement().setAttribute("role", "status");
        secret.setVisible(false);
        close.addClassName("danger");
        close.removeClassName("plain");
        leaving.addClassName("leaving");
        var actions = new Div(welcomeLink, password, unlock, reopen, close);
        actions.addClassName("row");
        add(new H2(word("people.sign-in")), state, lock, said, secret, leaving, actions);
        load();
    }

    private void load() {
        var sheet = directory.sheet(person);
        boolean active = sheet.particulars().active();
        state.setText(
                word(!active ? "people.state.closed" : sheet.hasPassword() ? "people.state.open" : "people.state.new"));
        sheet.lockedUntil().ifPresent(until -> lock.setText(word("people.state.locked", Times.exact(until, zone))));
        lock.setVisible(sheet.lockedUntil().isPresent());
        unlock.setVisible(sheet.lockedUntil().isPresent());
        password.setVisible(active);
        welcomeLink.setVisible(active);
        close.setVisible(active);
        reopen.setVisible(!active);
        leaving.removeAll();
        if (active) {
            showLeaving();
        }
    }

    /** What closing the account would do besides; nothing of it can be undone in one go. */
    private void showLeaving() {
        var left = directory.leaving(person);
        if (!left.shares().isEmpty()) {
            var list = new UnorderedList();
            left.sentences(Words.locale()).forEach(it -> list.add(new ListItem(it)));
            var listed =
                    left.shares().stream().flatMap(it -> it.listed().stream()).toList();
            if (!listed.isEmpty()) {
                var item = new ListItem();
                listed.forEach(it -> item.add(new Anchor(Places.article(it), it), new Text(" ")));
                list.add(item);
            }
            leaving.add(new Paragraph(word("people.leaving")), list);
        }
    }

    private void giveLink() {
        var link = welcome.issue(person);
        secret.removeAll();
        secret.add(new Paragraph(word("people.welcome.once", Times.exact(link.until(), zone))), new Code(link.url()));
        secret.setVisible(true);
        load();
    }

    private void givePassword() {
        var made = signIn.issuePassword(person);
        secret.removeAll();
        secret.add(new Paragraph(word("people.password.once")), new Code(made));
        secret.setVisible(true);
        load();
    }

    private void unlock() {
        directory.unlock(person);
        load();
        said.say(word("people.unlocked"));
    }

    private void close() {
        directory.close(person);
        secret.setVisible(false);
        load();
        changed.run();
    }

    private void reopen() {
        directory.reopen(person);
        load();
        changed.run();
    }

    private NativeButton button(String word, Runnable action) {
        var button = new NativeButton(word(word), click -> said.around(action));
        button.addClassName("plain");
        return button;
    }
}
