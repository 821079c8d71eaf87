package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;
import org.askwell.common.ui.Feedback;
import org.askwell.knowledge.CommentService.Passage;
import org.askwell.knowledge.NewComment;

/** What somebody has to say about one passage; keeps what was typed when it is refused. */
final class CommentForm extends Section {

    private static final int MOST_SHOWN = 240;

    private final TextArea text = new TextArea(word("knowledge.comment.text"));
    private final TextArea wording = new TextArea(word("knowledge.comment.wording"));
    private final NativeButton suggest = Pieces.button("knowledge.comment.suggest", "quiet", this::suggest);
    private final Feedback refusal = new Feedback();

    /** @param selected the passage as it is shown */
    CommentForm(Passage passage, String selected, Consumer<NewComment> send, Runnable close) {
        addClassNames("card", "panel", "arranging", "commenting-form");
        var quote = new Paragraph(
                selected.length() > MOST_SHOWN
                        ? selected.substring(0, MOST_SHOWN).strip() + "…"
                        : selected);
        quote.addClassName("passage");
        text.setMaxLength(NewComment.LONGEST_TEXT);
        text.setWidthFull();
        wording.setMaxLength(NewComment.LONGEST_PASSAGE);
        wording.setWidthFull();
        wording.setValue(passage.quote());
        wording.setVisible(false);
        add(
                new H2(word("knowledge.comment.title")),
                quote,
                text,
                suggest,
                wording,
                Pieces.quiet(word("knowledge.comment.whoSees")),
                refusal,
                Pieces.row(
                        Pieces.button(
                                "knowledge.comment.send",
                                "primary",
                                () -> refusal.around(() -> send.accept(NewComment.of(
                                        text.getValue(), wording.isVisible() ? wording.getValue() : null)))),
                        Pieces.button("knowledge.cancel", "quiet", close)));
    }

    private void suggest() {
        wording.setVisible(true);
        suggest.setVisible(false);
        wording.focus();
    }

    void begin() {
        text.focus();
        scrollIntoView();
    }
}
