package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
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
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Times;
import org.askwell.people.ApiToken;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.SignIn;

/** Who one is here, and the keys one has given to programs. Route: {@code account}. */
@Route(Places.ACCOUNT)
@CdiComponent
public class AccountView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final CurrentPerson current;
    private final PeopleService people;
    private final SignIn signIn;
    private final Clock clock;

    private final H1 name = new H1();
    private final Paragraph login = new Paragraph();
    private final UnorderedList tokens = new UnorderedList();
    private final TextField label = new TextField(word("people.token.label"));
    private final PasswordField present = new PasswordField(word("people.password.present"));
    private final PasswordField wanted = new PasswordField(word("people.password.wanted"));
    private final Feedback passwordSaid = new Feedback();
    private final Feedback tokenSaid = new Feedback();
    private final Div secret = new Div();
    private final Select<String> language = new Select<>();

    @Inject
    AccountView(CurrentPerson current, PeopleService people, SignIn signIn, Clock clock) {
        this.current = current;
        this.people = people;
        this.signIn = signIn;
        this.clock = clock;
        addClassName("column");
        login.addClassName("quiet-text");
        tokens.addClassName("lines");
        label.setMaxLength(120);
        secret.addClassName("card");
        secret.getElement().setAttribute("role", "status");
        secret.setVisible(false);
        var issue = new NativeButton(word("people.token.issue"), click -> issue());
        issue.addClassName("primary");
        var form = new Div(label, issue);
        form.addClassName("row");
        form.addClassName("token-form");
        add(
                name,
                login,
                password(),
                language(),
                new Section(
                        new H2(word("people.token.title")),
                        new Paragraph(word("people.token.lead")),
                        tokens,
                        form,
                        tokenSaid,
                        secret));
    }

    /** Of the pages, and of what one is told in mails. */
    private Section language() {
        language.setAriaLabel(word("people.language"));
        language.setItems("zh", "en");
        language.setItemLabelGenerator(it -> word("people.language." + it));
        language.setHelperText(word("people.language.help"));
        language.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                people.speak(change.getValue());
                UI.getCurrent().getPage().reload();
            }
        });
        return new Section(new H2(word("people.language")), language);
    }

    private Section password() {
        // Its button would lie half under the field, too small a target for a finger.
        present.setRevealButtonVisible(false);
        wanted.setRevealButtonVisible(false);
        present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        wanted.setAutocomplete(Autocomplete.NEW_PASSWORD);
        wanted.setHelperText(word("people.password.help", SignIn.SHORTEST_PASSWORD));
        var change = new NativeButton(
                word("people.password.change"),
                click -> passwordSaid.around(() -> {
                    signIn.changePassword(present.getValue(), wanted.getValue());
                    present.clear();
                    wanted.clear();
                    passwordSaid.say(word("people.password.changed"));
                }));
        change.addClassName("plain");
        var form = new Div(present, wanted);
        form.addClassName("pair");
        var section = new Section(new H2(word("people.password.title")), form, passwordSaid, change);
        section.addClassName("password-form");
        return section;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var caller = current.get();
        name.setText(caller.name());
        login.setText(caller.id() + " · " + caller.zone());
        language.setValue(caller.language());
        secret.setVisible(false);
        showTokens();
    }

    private void showTokens() {
        tokens.removeAll();
        signIn.tokens().forEach(token -> tokens.add(line(token)));
    }

    private ListItem line(ApiToken.Summary token) {
        var zone = current.get().zone();
        var title = new Span(token.label());
        var start = new Code(token.start() + "…");
        var item = new ListItem(title, start);
        item.add(
                token.lastUsedAt().isPresent()
                        ? new Span(
                                new com.vaadin.flow.component.Text(word("people.token.used") + " "),
                                Times.ago(token.lastUsedAt().get(), zone, clock))
                        : new Span(word("people.token.unused")));
        if (token.revokedAt().isPresent()) {
            item.add(new Span(word("people.token.revoked")));
        } else {
            var revoke = new NativeButton(
                    word("people.token.revoke"), click -> act(() -> signIn.revokeToken(token.start())));
            revoke.addClassName("quiet");
            revoke.setAriaLabel(word("people.token.revoke.which", token.label()));
            item.add(revoke);
        }
        return item;
    }

    private void issue() {
        act(() -> {
            var issued = signIn.issueToken(label.getValue());
            secret.removeAll();
            secret.add(new Paragraph(word("people.token.once")), new Code(issued));
            secret.setVisible(true);
            label.clear();
        });
    }

    private void act(Runnable action) {
        tokenSaid.around(() -> {
            action.run();
            showTokens();
        });
    }

    @Override
    public String getPageTitle() {
        return word("people.account");
    }
}
