package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.ticket.KnownProblemRow;
import org.askwell.ticket.KnownProblemService;
import org.askwell.ticket.TicketNumber;

/**
 * A problem that many have: what an agent says of it, how many have it, and one tap to join. What can be pressed stays
 * where it is.
 */
final class KnownProblemCard extends Section {

    private final KnownProblemService problems;
    private final TicketNumber ticket;
    private final Span count = new Span();
    private final Span state = new Span();
    private final NativeButton join = new NativeButton(word("ticket.known.join"), click -> act(true));
    private final NativeButton leave = new NativeButton(word("ticket.known.leave"), click -> act(false));
    private final Feedback said = new Feedback();

    /** @param alone on the page of this one problem: its title is the heading there */
    KnownProblemCard(KnownProblemService problems, KnownProblemRow row, boolean alone) {
        this.problems = problems;
        this.ticket = row.ticket();
        addClassName("known-problem");
        setAriaLabel(word("ticket.known", row.title(Words.locale())));
        if (!alone) {
            var title = new Paragraph(
                    new Anchor(Places.problem(ticket.value()), word("ticket.known", row.title(Words.locale()))));
            title.addClassName("known-title");
            add(title);
        }
        var text = row.text(Words.locale());
        if (!text.isEmpty()) {
            var words = new Paragraph(text);
            words.addClassName("known-text");
            add(words);
        }
        count.getElement().setAttribute("role", "status");
        join.addClassName("primary");
        leave.addClassName("quiet");
        var verbs = new Div(count, state, join, leave);
        verbs.addClassName("row");
        add(verbs, said);
        show(row);
    }

    /** What has changed since: the number, the state, whether one has joined. */
    void show(KnownProblemRow row) {
        count.setText(word("ticket.known.count", row.reporters()));
        state.setText(row.joined() ? word("ticket.known.joined") : "");
        state.setVisible(row.joined());
        join.setVisible(row.shown() && !row.joined() && !row.own());
        leave.setVisible(row.joined());
    }

    private void act(boolean joining) {
        said.around(() -> {
            if (joining) {
                problems.join(ticket);
            } else {
                problems.leave(ticket);
            }
            problems.find(ticket).ifPresentOrElse(this::show, this::over);
        });
    }

    /** One may not read it any more; what is here stays until the page is left. */
    void over() {
        state.setVisible(false);
        join.setVisible(false);
        leave.setVisible(false);
    }
}
