package org.askwell.shell.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.askwell.common.Places;
import org.askwell.common.Texts;
import org.askwell.common.ui.LiveScreens;
import org.askwell.notification.Inbox;
import org.askwell.notification.ui.Bell;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.Role;

/** The frame of every page: where one can go, in which language, as whom. */
@Layout
@AnonymousAllowed
@CdiComponent
@JsModule("context://js/drafts.js")
@JsModule("context://js/pickers.js")
public class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private record Door(String path, String word, String icon, Anchor link) {}

    private final PeopleService people;
    private final Bell bell;
    private final Main page = new Main();
    private final List<Door> doors = new ArrayList<>();

    @Inject
    MainLayout(CurrentPerson current, PeopleService people, Inbox inbox, LiveScreens screens) {
        this.people = people;
        this.bell = new Bell(inbox, screens, current);
        addClassName("frame");
        page.setId("page");
        var skip = new Anchor("#page", word("shell.skip"));
        skip.addClassName("skip");
        skip.getElement().setAttribute("router-ignore", true);
        // The page's base address would lead a plain fragment home.
        skip.getElement()
                .executeJs("this.addEventListener('click', e => { e.preventDefault();"
                        + " document.getElementById('page').focus(); })");
        page.getElement().setAttribute("tabindex", "-1");
        add(skip, header(current.get()), page);
    }

    private Header header(Caller caller) {
        var brand = new Anchor(Places.HOME, "Askwell");
        brand.addClassName("brand");
        var header = new Header(brand, menu(caller), tools(caller));
        header.addClassName("top");
        return header;
    }

    private Nav menu(Caller caller) {
        var menu = new Nav();
        menu.addClassName("menu");
        menu.getElement().setAttribute("aria-label", word("shell.menu"));
        door(menu, Places.HOME, "shell.menu.ask", "?");
        door(menu, Places.MY, "shell.menu.my", "◔");
        door(menu, Places.KNOWLEDGE, "shell.menu.knowledge", "▤");
        if (caller.hasAnywhere(Role.AGENT) || caller.hasAnywhere(Role.DESK_OWNER)) {
            door(menu, Places.QUEUES, "shell.menu.queues", "▦");
        }
        if (caller.isAdmin() || caller.hasAnywhere(Role.DESK_OWNER)) {
            door(menu, Places.ADMIN_DESKS, "shell.menu.admin", "⚙");
        }
        return menu;
    }

    private void door(Nav menu, String path, String word, String icon) {
        var sign = new Span(icon);
        sign.addClassName("icon");
        sign.getElement().setAttribute("aria-hidden", "true");
        var link = new Anchor(path, sign, new Span(word(word)));
        doors.add(new Door(path, word, icon, link));
        menu.add(link);
    }

    private Component tools(Caller caller) {
        var language = new NativeButton(word("shell.language.other"), click -> switchLanguage());
        language.addClassName("quiet");
        language.getElement().setAttribute("lang", Texts.languageOf(getLocale()).equals("zh") ? "en" : "zh-CN");
        var account = new Anchor(Places.ACCOUNT, caller.name());
        account.addClassName("me");
        account.getElement().setAttribute("title", word("shell.account"));
        var tools = new Div(bell, language, account);
        tools.getElement().appendChild(signOut());
        tools.addClassName("tools");
        return tools;
    }

    private static Element signOut() {
        var form = new Element("form");
        form.setAttribute("method", "post").setAttribute("action", "signout");
        var button = new NativeButton(word("shell.signout"));
        button.getElement().setAttribute("type", "submit");
        button.addClassName("quiet");
        form.appendChild(button.getElement());
        return form;
    }

    private void switchLanguage() {
        people.speak(Texts.languageOf(getLocale()).equals("zh") ? "en" : "zh");
        UI.getCurrent().getPage().reload();
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        page.getElement().removeAllChildren();
        page.getElement().appendChild(content.getElement());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var here = event.getLocation().getPath();
        bell.setHere(here.startsWith(Places.INBOX));
        for (var door : doors) {
            boolean inside = switch (door.path()) {
                case Places.HOME -> here.isEmpty() || here.startsWith("questions") || here.startsWith("desks");
                case Places.KNOWLEDGE ->
                    here.startsWith(Places.KNOWLEDGE) || here.startsWith("articles") || here.startsWith("search");
                case Places.ADMIN_DESKS -> here.startsWith("admin");
                default -> here.startsWith(door.path());
            };
            if (inside) {
                door.link().getElement().setAttribute("aria-current", "page");
            } else {
                door.link().getElement().removeAttribute("aria-current");
            }
        }
    }
}
