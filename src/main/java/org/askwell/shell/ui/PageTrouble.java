package org.askwell.shell.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.askwell.common.Trouble;
import org.askwell.common.ui.Words;

/** When a click fails in a way that its page did not expect, the person reads one sentence, and the page stays as it is. */
@ApplicationScoped
class PageTrouble {

    void onService(@Observes ServiceInitEvent event) {
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(this::tell));
    }

    private void tell(ErrorEvent event) {
        var trouble = Trouble.of(event.getThrowable());
        var ui = UI.getCurrent();
        if (ui == null) {
            return;
        }
        ui.access(() -> {
            var said = new Notification();
            var sentence = new Span(Words.sentence(trouble));
            var close = new NativeButton(word("common.wrong.close"), click -> said.close());
            close.addClassName("quiet");
            said.add(sentence, close);
            said.addClassName("trouble");
            said.setAssertive(true);
            said.setPosition(Notification.Position.BOTTOM_CENTER);
            said.setDuration(0);
            said.open();
        });
    }
}
