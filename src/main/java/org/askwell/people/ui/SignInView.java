package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.common.Settings;
import org.askwell.people.PeopleService;

/** The door: a name, a password, and in the demo company the list of those who may try. Route: {@code login}. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
@CdiComponent
public class SignInView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** The named accounts of the demo company, in the order of the walk. */
    private static final List<String> DEMO_ACCOUNTS =
            List.of("employee", "it-agent", "hr-agent", "finance-agent", "desk-owner", "approver", "curator", "admin");

    private final PeopleService people;
    private final Div card = new Div();

    @Inject
    SignInView(PeopleService people) {
        this.people = people;
        addClassName("door");
        card.addClassName("door-card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (people.isEmpty()) {
            event.forwardTo("setup");
            return;
        }
        var parameters = event.getLocation().getQueryParameters();
        card.removeAll();
        card.add(new H1(word("people.signin.title")));
        if (parameters.getParameters().containsKey("wrong")) {
            card.add(notice(word("people.signin.wrong")));
        } else if (parameters.getParameters().containsKey("locked")) {
            card.add(notice(word("people.signin.locked")));
        } else if (parameters.getParameters().containsKey("bye")) {
            card.add(new Paragraph(word("people.signin.bye")));
        }
        card.getElement().appendChild(form(parameters.getSingleParameter("next").orElse("")));
        if (Settings.mode() == Settings.Mode.DEMO) {
            card.add(demo());
        }
    }

    private static Paragraph notice(String text) {
        var notice = new Paragraph(text);
        notice.addClassName("notice");
        notice.getElement().setAttribute("role", "alert");
        return notice;
    }

    private static Element form(String next) {
        var form = new Element("form");
        form.setAttribute("method", "post");
        form.setAttribute("action", "signin");
        var name = field("username", "text", "username");
        var password = field("password", "password", "current-password");
        var where = new Element("input");
        where.setAttribute("type", "hidden").setAttribute("name", "next").setAttribute("value", next);
        var submit = new NativeButton(word("people.signin.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassName("primary");
        form.appendChild(
                label("username", word("people.signin.name")).getElement(),
                name.getElement(),
                label("password", word("people.signin.password")).getElement(),
                password.getElement(),
                where,
                submit.getElement());
        return form;
    }

    private static Input field(String name, String type, String autocomplete) {
        var field = new Input();
        field.setId(name);
        field.setType(type);
        field.getElement()
                .setAttribute("name", name)
                .setAttribute("autocomplete", autocomplete)
                .setAttribute("required", "");
        return field;
    }

    private static NativeLabel label(String id, String text) {
        var label = new NativeLabel(text);
        label.getElement().setAttribute("for", id);
        return label;
    }

    private static Div demo() {
        var list = new UnorderedList();
        for (var account : DEMO_ACCOUNTS) {
            var fill = new Anchor("login#" + account, account);
            fill.getElement()
                    .executeJs(
                            "this.addEventListener('click', e => { e.preventDefault();"
                                    + "document.getElementById('username').value = $0;"
                                    + "document.getElementById('password').value = 'demo';"
                                    + "document.querySelector('.door form').requestSubmit(); })",
                            account);
            var item = new ListItem(fill);
            item.add(" · " + word("people.demo." + account));
            list.add(item);
        }
        var demo = new Div(new H2(word("people.demo.title")), new Paragraph(word("people.demo.password")), list);
        demo.addClassName("demo");
        return demo;
    }

    @Override
    public String getPageTitle() {
        return word("people.signin.title");
    }
}
