package org.askwell.shell.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.UIInitEvent;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import org.askwell.common.Texts;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * The coarse gate of the pages: who lacks the role that a view names is told that there is nothing here. Who is
 * not signed in was stopped at the door before; a session that ends in an open page leads there, too.
 */
@ApplicationScoped
class PageAccess {

    @Inject
    CurrentPerson current;

    void onService(@Observes ServiceInitEvent event) {
        event.getSource().addUIInitListener(this::onPage);
        // Readers of screens would pronounce Chinese as if it were English.
        event.addIndexHtmlRequestListener(page -> page.getDocument()
                .getElementsByTag("html")
                .attr("lang", languageOf(page.getVaadinRequest().getLocale()).toLanguageTag()));
        // A session that has ended reloads the page: the door asks again, and drafts wait in the browser.
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        event.getSource().setSystemMessagesProvider(ignored -> messages);
    }

    private void onPage(UIInitEvent event) {
        var ui = event.getUI();
        ui.setLocale(languageOf(ui.getLocale()));
        ui.addBeforeEnterListener(this::check);
    }

    private Locale languageOf(Locale browsers) {
        return current.find().map(Caller::locale).orElseGet(() -> Texts.forLanguage(Texts.languageOf(browsers)));
    }

    private void check(BeforeEnterEvent event) {
        var view = event.getNavigationTarget();
        if (view.isAnnotationPresent(AnonymousAllowed.class) || HasErrorParameter.class.isAssignableFrom(view)) {
            return;
        }
        var caller = current.find();
        if (caller.isEmpty()) {
            event.getUI().getPage().setLocation("login");
            event.rerouteToError(NotFoundException.class);
        } else if (!mayEnter(caller.get(), view.getAnnotation(RolesAllowed.class))) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private static boolean mayEnter(Caller caller, @Nullable RolesAllowed allowed) {
        return allowed == null
                || Arrays.stream(allowed.value()).anyMatch(role -> caller.hasAnywhere(Role.valueOf(role)));
    }
}
