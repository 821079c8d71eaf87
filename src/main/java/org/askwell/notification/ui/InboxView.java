package org.askwell.notification.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import org.askwell.common.Places;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Times;
import org.askwell.notification.Inbox;
import org.askwell.notification.NoticeId;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/** What one has been told, the newest first. Route: {@code inbox?all} for what was read, too, {@code inbox?choices}. */
@Route(Places.INBOX)
@CdiComponent
public class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 30;
    private static final int EXCERPT = 240;

    private final Inbox inbox;
    private final CurrentPerson current;
    private final LiveScreens screens;
    private final Clock clock;

    private final Nav tabs = new Nav();
    private final NativeButton readAll = new NativeButton(word("notice.read-all"), click -> readAll());
    private final Div here = new Div();
    private final UnorderedList lines = new UnorderedList();
    private final Paragraph none = new Paragraph();
    private final NativeButton more = new NativeButton(word("notice.more"), click -> load());
    private Inbox.Show show = Inbox.Show.OPEN;
    private boolean choosing;
    private @Nullable String cursor;
    private @Nullable NoticeId newest;

    @Inject
    InboxView(Inbox inbox, CurrentPerson current, LiveScreens screens, Clock clock) {
        this.inbox = inbox;
        this.current = current;
        this.screens = screens;
        this.clock = clock;
        addClassNames("column", "inbox");
        tabs.addClassName("tabs");
        tabs.setAriaLabel(word("notice.tabs"));
        lines.addClassName("lines");
        none.addClassName("quiet-text");
        readAll.addClassNames("quiet", "push");
        more.addClassName("plain");
        add(new H1(word("notice.title")), tabs, here);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var leave = screens.join(attached.getUI(), InboxScreens.topic(current.id()), this::repaint);
        addDetachListener(detached -> {
            leave.remove();
            detached.unregisterListener();
        });
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getLocation().getQueryParameters().getParameters();
        choosing = wanted.containsKey("choices");
        show = wanted.containsKey("all") ? Inbox.Show.ALL : Inbox.Show.OPEN;
        tabs.removeAll();
        tab(Places.INBOX, "notice.open", !choosing && show == Inbox.Show.OPEN);
        tab(Places.INBOX + "?all", "notice.all", show == Inbox.Show.ALL);
        tab(Places.INBOX + "?choices", "notice.choices", choosing);
        here.removeAll();
        if (choosing) {
            here.add(new ChoicesPanel(inbox));
        } else {
            tabs.add(readAll);
            here.add(none, lines, more);
            begin();
        }
    }

    private void tab(String place, String name, boolean isHere) {
        var link = new Anchor(place, word(name));
        if (isHere) {
            link.getElement().setAttribute("aria-current", "page");
        }
        tabs.add(link);
    }

    private void repaint() {
        if (!choosing) {
            begin();
        }
    }

    private void begin() {
        lines.removeAll();
        cursor = null;
        newest = null;
        load();
        boolean empty = lines.getChildren().findAny().isEmpty() && cursor == null;
        none.setText(word(show == Inbox.Show.OPEN ? "notice.none.open" : "notice.none"));
        none.setVisible(empty);
        readAll.setVisible(!empty);
    }

    private void load() {
        var slice = inbox.lines(show, cursor, PAGE);
        for (var line : slice.items()) {
            if (newest == null) {
                newest = line.id();
            }
            lines.add(item(line));
        }
        cursor = slice.nextCursor();
        more.setVisible(cursor != null);
    }

    private ListItem item(Inbox.Line line) {
        var state = new Span();
        state.addClassName("state");
        state.setTitle(word("notice.state." + line.state().name().toLowerCase(Locale.ROOT)));
        state.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", state.getTitle().orElse(""));
        var open = new Anchor(line.told().place(), line.told().sentence());
        open.getElement().addEventListener("click", click -> inbox.read(line.id()));
        var when = Times.ago(line.at(), current.get().zone(), clock);
        when.addClassName("quiet-text");
        var item = new ListItem(state, open, when);
        item.addClassName(line.state().name().toLowerCase(Locale.ROOT));
        var text = excerpt(line.told().excerpt());
        if (!text.isEmpty()) {
            var excerpt = new Paragraph(text);
            excerpt.addClassName("excerpt");
            item.add(excerpt);
        }
        var why = new Paragraph(line.told().title() + " · " + line.told().why());
        why.addClassNames("why", "quiet-text");
        item.add(why);
        return item;
    }

    private static String excerpt(String markdown) {
        var text = new StringBuilder();
        for (var section : MarkdownText.parse(markdown).sections()) {
            for (var block : section.blocks()) {
                text.append(text.isEmpty() ? "" : " ").append(block.text());
            }
        }
        return text.length() <= EXCERPT ? text.toString() : text.substring(0, EXCERPT) + "…";
    }

    private void readAll() {
        if (newest != null) {
            inbox.readAll(newest);
            begin();
        }
    }

    @Override
    public String getPageTitle() {
        return word("notice.title");
    }
}
