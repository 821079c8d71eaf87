package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import java.time.Clock;
import java.time.ZoneId;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Times;
import org.askwell.knowledge.CommentSheet;
import org.askwell.knowledge.CommentState;
import org.askwell.knowledge.NewComment;
import org.askwell.knowledge.TextDiff;

/** One comment with what can be done about it. A reply that is being written stays as long as the line does. */
final class CommentLine extends ListItem {

    private static final int MOST_SHOWN = 160;

    /** What the line asks for. */
    interface Verbs {
        void accept(CommentSheet comment);

        void close(CommentSheet comment, String reply);
    }

    private final CommentSheet comment;
    private final Paragraph older;
    private final TextArea reply = new TextArea(word("knowledge.comment.reply"));
    private final Div replying = new Div();
    private final Feedback refusal = new Feedback();

    CommentLine(CommentSheet comment, String author, String settledBy, ZoneId zone, Clock clock, Verbs verbs) {
        this.comment = comment;
        this.older = Pieces.quiet(word("knowledge.comment.older", comment.revision()));
        addClassName("comment");
        var shown = comment.quote().strip();
        var passage = new Anchor(
                Places.citation(comment.article().value(), comment.revision(), comment.start(), comment.end()),
                shown.length() > MOST_SHOWN ? shown.substring(0, MOST_SHOWN) + "…" : shown);
        passage.addClassName("passage");
        var who = new Span(author + " · ");
        who.add(Times.ago(comment.at(), zone, clock));
        who.addClassName("quiet-text");
        add(passage, who);
        if (!comment.text().isEmpty()) {
            var text = new Paragraph(comment.text());
            text.addClassName("review-reason");
            add(text);
        }
        var suggestion = comment.suggestion();
        if (suggestion != null) {
            add(Pieces.quiet(word("knowledge.comment.suggested")), wording(comment.quote(), suggestion));
        }
        add(older);
        settled(comment, settledBy);
        if (comment.mayAnswer()) {
            answers(comment, verbs);
        }
    }

    /** @param current the revision that readers see now, or 0 */
    void compare(int current) {
        older.setVisible(comment.mayAnswer() && comment.revision() != current);
    }

    private void settled(CommentSheet comment, String settledBy) {
        if (comment.state() == CommentState.ACCEPTED) {
            add(Pieces.hint(word(
                    "knowledge.comment.accepted",
                    settledBy,
                    String.valueOf(comment.became() == null ? comment.revision() : comment.became()))));
        } else if (comment.state() == CommentState.CLOSED) {
            add(Pieces.hint(word("knowledge.comment.closed", settledBy, comment.reply())));
        }
    }

    private void answers(CommentSheet comment, Verbs verbs) {
        reply.setMaxLength(NewComment.LONGEST_TEXT);
        reply.setWidthFull();
        replying.add(
                reply,
                Pieces.row(Pieces.button(
                        "knowledge.comment.close",
                        "plain",
                        () -> refusal.around(() -> verbs.close(comment, reply.getValue())))));
        replying.setVisible(false);
        NativeButton open = Pieces.button("knowledge.comment.answer", "quiet", () -> {
            replying.setVisible(true);
            reply.focus();
        });
        var row = Pieces.row();
        if (comment.mayAccept()) {
            row.add(Pieces.button(
                    "knowledge.comment.accept", "plain", () -> refusal.around(() -> verbs.accept(comment))));
        }
        row.add(open);
        add(refusal, row, replying);
    }

    private static Div wording(String before, String after) {
        var changes = new Div();
        changes.addClassName("changes");
        for (var piece : TextDiff.lines(before, after)) {
            var element = new Element(
                    switch (piece.kind()) {
                        case SAME -> "span";
                        case ADDED -> "ins";
                        case REMOVED -> "del";
                    });
            changes.getElement().appendChild(element.setText(piece.text()));
        }
        return changes;
    }
}
