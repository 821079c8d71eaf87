package org.askwell.notification.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.askwell.common.Places;
import org.askwell.common.ui.LiveScreens;
import org.askwell.notification.Inbox;
import org.askwell.people.CurrentPerson;

/**
 * Leads to the inbox and says what stands out there: a number for what waits for the reader, a dot for unread news. The
 * tab's title says the same.
 */
@JsModule("context://js/badge.js")
public final class Bell extends Anchor {

    private static final int MOST = 99;
    private static final String BELL = "<svg viewBox='0 0 24 24' fill='none' stroke='currentColor' stroke-width='1.8'"
            + " stroke-linecap='round' stroke-linejoin='round'><path d='M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15z'/>"
            + "<path d='M10 20.5a2 2 0 0 0 4 0'/></svg>";

    private final Inbox inbox;
    private final Span mark = new Span();

    public Bell(Inbox inbox, LiveScreens screens, CurrentPerson current) {
        super(Places.INBOX);
        this.inbox = inbox;
        addClassName("bell");
        var sign = new Span();
        sign.getElement().setAttribute("aria-hidden", "true").setProperty("innerHTML", BELL);
        mark.addClassName("mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        add(sign, mark);
        screens.follow(this, InboxScreens.topic(current.id()), this::show);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        show();
    }

    /** Whether the reader is there already. */
    public void setHere(boolean isHere) {
        if (isHere) {
            getElement().setAttribute("aria-current", "page");
        } else {
            getElement().removeAttribute("aria-current");
        }
    }

    private void show() {
        var badge = inbox.badge();
        var number = badge.waiting() == 0 ? "" : badge.waiting() > MOST ? MOST + "+" : String.valueOf(badge.waiting());
        mark.setText(number);
        mark.setClassName("dot", badge.waiting() == 0 && badge.news());
        mark.setVisible(badge.waiting() > 0 || badge.news());
        var said = badge.waiting() > 0
                ? word("notice.bell.waiting", badge.waiting())
                : word(badge.news() ? "notice.bell.news" : "notice.bell");
        setTitle(said);
        getElement().setAttribute("aria-label", said);
        getElement()
                .executeJs(
                        "window.askwellBadge($0)", number.isEmpty() ? (badge.news() ? "•" : "") : "(" + number + ")");
    }
}
