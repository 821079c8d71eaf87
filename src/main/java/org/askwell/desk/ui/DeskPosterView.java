package org.askwell.desk.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Locale;
import org.askwell.common.Places;
import org.askwell.common.QrCode;
import org.askwell.common.Settings;
import org.askwell.common.Texts;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;

/** A sheet for the wall, in both languages: scan it and ask this desk. Route: {@code admin/desks/it/poster}. */
@Route("admin/desks/:desk/poster")
@CdiComponent
@RolesAllowed({"DESK_OWNER", "ADMIN"})
public class DeskPosterView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DeskService desks;
    private final CurrentPerson current;
    private String title = "";

    @Inject
    DeskPosterView(DeskService desks, CurrentPerson current) {
        this.desks = desks;
        this.current = current;
        addClassNames("column", "poster-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var desk = event.getRouteParameters()
                .get("desk")
                .flatMap(desks::find)
                .filter(it -> DeskAccess.mayChange(current.get(), it.slug()))
                .orElseThrow(NotFoundException::new);
        title = word("desk.poster.of", desk.name(Words.locale()));
        show(desk);
    }

    private void show(DeskProfile desk) {
        removeAll();
        var url = Settings.baseUrl() + "/" + Places.desk(desk.slug());
        var back = new Anchor(Places.ADMIN_DESKS + "/" + desk.slug(), word("desk.admin.back"));
        back.addClassName("back");
        var print = new NativeButton(
                word("desk.poster.print"), click -> UI.getCurrent().getPage().executeJs("window.print()"));
        print.addClassName("primary");
        var tools = new Div(back, new H1(title), new Paragraph(word("desk.poster.lead")), print);
        tools.addClassName("poster-tools");
        var address = new Paragraph(new Anchor(url, url));
        address.addClassName("poster-address");
        var poster = new Article(
                name(desk, Texts.CHINESE),
                name(desk, Texts.ENGLISH),
                code(url),
                line(Texts.CHINESE),
                line(Texts.ENGLISH),
                address);
        poster.addClassName("poster");
        add(tools, poster);
    }

    private static Component name(DeskProfile desk, Locale locale) {
        var name = said(desk.name(locale), locale);
        name.addClassName("poster-name");
        return name;
    }

    private static Component line(Locale locale) {
        return said(Texts.in(locale, "desk.poster.scan"), locale);
    }

    private static Paragraph said(String text, Locale locale) {
        var paragraph = new Paragraph(text);
        paragraph.getElement().setAttribute("lang", locale.toLanguageTag());
        return paragraph;
    }

    private static Component code(String url) {
        var code = new Div();
        code.addClassName("poster-code");
        code.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", word("desk.poster.code", url))
                .setProperty("innerHTML", QrCode.of(url).svg());
        return code;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
