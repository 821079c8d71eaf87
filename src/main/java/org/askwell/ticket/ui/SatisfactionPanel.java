package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import org.askwell.common.ui.Feedback;
import org.askwell.ticket.TicketSheet;
import org.jspecify.annotations.Nullable;

/** One press says what the solution was worth; who is not content may say why. The buttons stay where they are. */
final class SatisfactionPanel extends Div {

    /** Takes the word over; throws a Refusal when it will not do. */
    @FunctionalInterface
    interface Rate {
        void rate(boolean satisfied, @Nullable String reason);
    }

    private final Rate rate;
    private final NativeButton good = new NativeButton(word("ticket.satisfaction.good"), click -> press(true));
    private final NativeButton bad = new NativeButton(word("ticket.satisfaction.bad"), click -> press(false));
    private final TextField reason = new TextField(word("ticket.satisfaction.reason"));
    private final NativeButton send = new NativeButton(word("ticket.satisfaction.send"), click -> explain());
    private final Div why = new Div(reason, send);
    private final Feedback said = new Feedback();

    SatisfactionPanel(Rate rate) {
        this.rate = rate;
        addClassName("satisfaction");
        good.addClassName("plain");
        bad.addClassName("plain");
        send.addClassName("plain");
        reason.setMaxLength(1_000);
        reason.setWidthFull();
        why.addClassName("row");
        why.setVisible(false);
        var row = new Div(new Span(word("ticket.satisfaction")), good, bad);
        row.addClassName("row");
        add(row, why, said);
    }

    void show(TicketSheet.@Nullable Rating rating) {
        good.getElement().setAttribute("aria-pressed", String.valueOf(rating != null && rating.satisfied()));
        bad.getElement().setAttribute("aria-pressed", String.valueOf(rating != null && !rating.satisfied()));
        why.setVisible(rating != null && !rating.satisfied() && rating.reason() == null);
    }

    private void press(boolean satisfied) {
        said.around(() -> {
            rate.rate(satisfied, null);
            said.say(word("ticket.satisfaction.thanks"));
        });
    }

    private void explain() {
        said.around(() -> {
            rate.rate(false, reason.getValue());
            reason.clear();
            said.say(word("ticket.satisfaction.thanks"));
        });
    }
}
