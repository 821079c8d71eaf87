package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;

/** A dialog that asks for what an action needs, and stays open with what was typed when the action is refused. */
final class Question extends Dialog {

    private final Feedback refusal = new Feedback();

    /** @param action throws a Refusal when the answer will not do */
    Question(String title, String confirm, Runnable action, Component... fields) {
        setHeaderTitle(title);
        setWidth("min(34rem, 94vw)");
        var form = new Div(fields);
        form.addClassName("form");
        form.add(refusal);
        add(form);
        var yes = new NativeButton(confirm, click -> tryIt(action));
        yes.addClassName("primary");
        yes.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this).resetFocusOnActiveElement();
        var no = new NativeButton(word("ticket.cancel"), click -> close());
        no.addClassName("quiet");
        getFooter().add(no, yes);
    }

    private void tryIt(Runnable action) {
        if (!isOpened()) {
            // The second press of a double click: it has been done.
            return;
        }
        try {
            action.run();
            close();
        } catch (Refusal no) {
            refusal.refuse(no);
        }
    }
}
