package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import org.askwell.common.FileStore;
import org.askwell.common.StoredFile;
import org.askwell.common.ui.Feedback;
import org.jspecify.annotations.Nullable;

/** Where a reply or a note is written. What is typed stays until it has been sent. */
final class Composer extends Div {

    /** What becomes of the words; throws a Refusal when they will not do. */
    @FunctionalInterface
    interface Send {
        void send(boolean note, String text, List<StoredFile> files);
    }

    private static final int EVERY_MILLIS = 4_000;

    private final Send send;
    private final TextArea text = new TextArea();
    private final Files files;
    private final Feedback refusal = new Feedback();
    private final NativeButton reply = new NativeButton(word("ticket.reply"), click -> write(false));
    private final NativeButton note = new NativeButton(word("ticket.note"), click -> write(true));
    private final NativeButton go = new NativeButton(word("ticket.send"));
    private final String replyLabel;
    private final Span then = new Span();
    private final NativeButton alone = new NativeButton(word("macro.without"), click -> sendAlone());
    private final Div prepared = new Div(then, alone);
    private boolean isNote;
    private @Nullable Send instead;

    /** @param draft under which this browser keeps what is being typed; one composer serves one ticket */
    Composer(FileStore store, String draft, boolean withNotes, Send send) {
        this.send = send;
        this.replyLabel = word(withNotes ? "ticket.reply.label" : "ticket.reply.mine");
        this.files = new Files(store);
        addClassName("composer");
        text.setWidthFull();
        text.setMinRows(3);
        text.setMaxRows(16);
        text.setMaxLength(20_000);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.getElement().setAttribute("data-send", ".composer-send").setAttribute("data-draft", draft);
        go.addClassNames("primary", "composer-send");
        go.addClickListener(click -> {
            // The second press of a double click would be told that nothing is written.
            if (click.getClickCount() < 2) {
                tryIt();
            }
        });
        var hint = new Span(word("ticket.send.hint"));
        hint.addClassName("quiet-text");
        var kinds = new Div(reply, note);
        kinds.addClassName("kinds");
        kinds.setVisible(withNotes);
        reply.getElement().setAttribute("data-key", "e").setAttribute("data-focus", ".composer vaadin-text-area");
        note.getElement().setAttribute("data-key", "n").setAttribute("data-focus", ".composer vaadin-text-area");
        var below = new Div(go, hint);
        below.addClassName("row");
        alone.addClassName("quiet");
        prepared.addClassNames("row", "prepared");
        prepared.setVisible(false);
        add(kinds, text, files, prepared, refusal, below);
        mode(false);
    }

    /** Something is done every few seconds while somebody writes here. */
    void whileWriting(Runnable something) {
        text.getElement().addEventListener("input", typed -> something.run()).throttle(EVERY_MILLIS);
    }

    private void write(boolean newIsNote) {
        mode(newIsNote);
        text.focus();
    }

    /** What was typed stays: often one notices late that it should have been a note. */
    private void mode(boolean newIsNote) {
        isNote = newIsNote;
        text.setLabel(isNote ? word("ticket.note.label") : replyLabel);
        text.setClassName("internal", isNote);
        reply.getElement().setAttribute("aria-pressed", String.valueOf(!isNote));
        note.getElement().setAttribute("aria-pressed", String.valueOf(isNote));
        go.setText(word(isNote ? "ticket.note.send" : "ticket.send"));
    }

    /**
     * Puts words there that are ready to be sent, or changed first.
     *
     * @param effect what else is done when they are sent, in words
     * @param way sends them and does it
     */
    void prepare(String words, boolean asNote, String effect, Send way) {
        mode(asNote);
        text.setValue(words);
        then.setText(effect);
        instead = way;
        prepared.setVisible(true);
        refusal.clear();
        text.focus();
    }

    /** What was prepared stays; what would have been done with it is not. */
    private void sendAlone() {
        instead = null;
        prepared.setVisible(false);
    }

    private void tryIt() {
        refusal.around(() -> {
            (instead == null ? send : instead).send(isNote, text.getValue(), files.kept());
            sendAlone();
            text.clear();
            files.clear();
        });
    }
}
