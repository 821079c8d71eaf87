package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.askwell.common.Places;
import org.askwell.common.ui.DayPicker;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.ticket.KnownProblemRow;
import org.askwell.ticket.KnownProblemService;
import org.askwell.ticket.KnownProblemText;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/** Where those who work on a ticket mark it as a problem many have, and speak to all who have joined. */
final class KnownProblemDesk extends Section {

    private static final int SHOWN_FOR_DAYS = 3;
    private static final int NAMES = 20;

    private final KnownProblemService problems;
    private final TicketNumber ticket;
    private final ZoneId zone;
    private final Clock clock;
    private final boolean markable;

    private final Paragraph lead = new Paragraph();
    private final Paragraph title = new Paragraph();
    private final Anchor page;
    private final NativeButton mark = button("ticket.known.mark", "plain", () -> openForm());
    private final NativeButton unmark = button("ticket.known.unmark", "quiet", () -> unmark());
    private final NativeButton speak = button("ticket.known.tell", "plain", () -> openReply());
    private final Div verbs = new Div(mark, speak, unmark);
    private final Div panel = new Div();
    private final Feedback said = new Feedback();
    private final UnorderedList names = new UnorderedList();
    private final NativeButton more = button("ticket.known.more", "quiet", () -> loadNames());
    private final Details joined = new Details("", new Div(names, more));
    private @Nullable KnownProblemRow shown;
    private @Nullable String cursor;

    KnownProblemDesk(
            KnownProblemService problems,
            TicketNumber ticket,
            boolean markable,
            ZoneId zone,
            LiveScreens screens,
            Clock clock) {
        this.problems = problems;
        this.ticket = ticket;
        this.zone = zone;
        this.clock = clock;
        this.markable = markable;
        addClassNames("side-card", "known-desk");
        lead.addClassName("quiet-text");
        title.addClassName("known-title");
        page = new Anchor(Places.problem(ticket.value()), word("ticket.known.page"));
        names.addClassName("plain-list");
        verbs.addClassName("row");
        panel.addClassName("known-form");
        panel.setVisible(false);
        joined.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                firstNames();
            }
        });
        add(new H2(word("ticket.known.title")), title, lead, page, joined, verbs, said, panel);
        load();
        screens.follow(this, KnownProblemNews.ANY, this::load);
    }

    private void load() {
        shown = problems.marked(ticket).orElse(null);
        var row = shown;
        title.setText(row == null ? "" : row.title(Words.locale()));
        title.setVisible(row != null);
        page.setVisible(row != null);
        lead.setText(
                row == null
                        ? word("ticket.known.lead")
                        : row.shown()
                                ? word("ticket.known.until", Times.exact(row.until(), zone))
                                : word("ticket.known.hidden"));
        mark.setText(word(row == null ? "ticket.known.mark" : "ticket.known.change"));
        mark.setVisible(markable);
        unmark.setVisible(row != null && row.shown());
        speak.setVisible(row != null && markable);
        joined.setVisible(row != null);
        if (row != null) {
            joined.setSummaryText(word("ticket.known.joined.count", row.reporters() - 1));
            if (joined.isOpened()) {
                firstNames();
            }
        }
    }

    private void firstNames() {
        names.removeAll();
        cursor = null;
        loadNames();
    }

    private void loadNames() {
        var slice = problems.joined(ticket, cursor, NAMES);
        slice.items()
                .forEach(it -> names.add(new ListItem(new Span(it.name() + " "), Times.ago(it.at(), zone, clock))));
        cursor = slice.nextCursor();
        more.setVisible(cursor != null);
    }

    private void openForm() {
        var row = shown;
        var titleZh = title("ticket.known.title.zh", row == null ? "" : row.titleZh());
        var titleEn = title("ticket.known.title.en", row == null ? "" : row.titleEn());
        var textZh = text("ticket.known.text.zh", row == null ? "" : row.textZh(), KnownProblemText.LONGEST_TEXT);
        var textEn = text("ticket.known.text.en", row == null ? "" : row.textEn(), KnownProblemText.LONGEST_TEXT);
        var until = new DayPicker(word("ticket.known.last-day"));
        until.setWidthFull();
        until.setValue((row == null || !row.until().isAfter(clock.instant())
                        ? clock.instant().atZone(zone).plusDays(SHOWN_FOR_DAYS)
                        : row.until().minusSeconds(1).atZone(zone))
                .toLocalDate());
        open(
                button(
                        "ticket.known.save",
                        "primary",
                        () -> said.around(() -> {
                            problems.mark(
                                    ticket,
                                    new KnownProblemText(
                                            titleZh.getValue(),
                                            titleEn.getValue(),
                                            textZh.getValue(),
                                            textEn.getValue(),
                                            end(until)));
                            done("ticket.known.saved");
                        })),
                new Paragraph(word("ticket.known.own-words")),
                titleZh,
                titleEn,
                textZh,
                textEn,
                until);
        titleZh.focus();
    }

    /** The whole of that day belongs to it. */
    private @Nullable Instant end(DatePicker day) {
        return day.getValue() == null
                ? null
                : day.getValue().plusDays(1).atStartOfDay(zone).toInstant();
    }

    private void openReply() {
        var zh = text("ticket.known.reply.zh", "", 20_000);
        var en = text("ticket.known.reply.en", "", 20_000);
        open(
                button(
                        "ticket.known.tell.send",
                        "primary",
                        () -> said.around(() -> {
                            problems.tell(ticket, zh.getValue(), en.getValue());
                            done("ticket.known.told");
                        })),
                new Paragraph(word("ticket.known.tell.lead")),
                zh,
                en);
        zh.focus();
    }

    private void unmark() {
        said.around(() -> {
            problems.unmark(ticket);
            done("ticket.known.unmarked");
        });
    }

    private void done(String key) {
        close();
        load();
        said.say(word(key));
    }

    private static TextField title(String key, String value) {
        var field = new TextField(word(key));
        field.setWidthFull();
        field.setMaxLength(KnownProblemText.LONGEST_TITLE);
        field.setValue(value);
        return field;
    }

    private static TextArea text(String key, String value, int longest) {
        var field = new TextArea(word(key));
        field.setWidthFull();
        field.setMinRows(2);
        field.setMaxLength(longest);
        field.setValue(value);
        return field;
    }

    private void open(NativeButton send, com.vaadin.flow.component.Component... fields) {
        said.clear();
        panel.removeAll();
        panel.add(fields);
        var row = new Div(send, button("ticket.known.cancel", "quiet", this::close));
        row.addClassName("row");
        panel.add(row);
        panel.setVisible(true);
    }

    private void close() {
        panel.removeAll();
        panel.setVisible(false);
    }

    private static NativeButton button(String key, String look, Runnable action) {
        var button = new NativeButton(word(key), click -> action.run());
        button.addClassName(look);
        return button;
    }
}
