package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.askwell.ask.PinChoice;
import org.askwell.ask.PinDraft;
import org.askwell.ask.PinRow;
import org.askwell.ask.PinService;
import org.askwell.common.ui.DayPicker;
import org.askwell.common.ui.Feedback;
import org.jspecify.annotations.Nullable;

/**
 * Wording a question and choosing its passage: first the article, then the paragraphs, which stand there to be ticked.
 * What stands between the first and the last ticked one belongs to the passage.
 */
final class PinForm extends Div {

    private static final int LONGEST_QUESTION = 200;

    private record Ticked(Checkbox box, PinChoice.Part part, PinChoice.Piece piece) {}

    private final PinService pins;
    private final @Nullable PinRow before;
    private final TextField questionZh = new TextField(word("ask.pins.question.zh"));
    private final TextField questionEn = new TextField(word("ask.pins.question.en"));
    private final ComboBox<ArticleFinder.Choice> article = new ComboBox<>(word("ask.pins.article"));
    private final DayPicker until = new DayPicker(word("ask.pins.until"));
    private final Div passages = new Div();
    private final Feedback refusal = new Feedback();
    private final List<Ticked> pieces = new ArrayList<>();
    private @Nullable PinChoice shown;

    /** @param save may throw a Refusal, which is shown */
    PinForm(@Nullable PinRow before, ArticleFinder finder, PinService pins, Consumer<PinDraft> save, Runnable cancel) {
        this.pins = pins;
        this.before = before;
        addClassNames("card", "pin-form");
        for (var field : List.of(questionZh, questionEn)) {
            field.setWidthFull();
            field.setMaxLength(LONGEST_QUESTION);
            field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        }
        article.setItems(
                query -> finder.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream());
        article.setItemLabelGenerator(it -> it.title() + " · " + it.article());
        article.setPlaceholder(word("ask.pins.article.placeholder"));
        article.setWidthFull();
        article.addValueChangeListener(change -> refusal.around(() -> showPassages(change.getValue())));
        until.setHelperText(word("ask.pins.until.help"));
        passages.addClassName("pin-passages");
        passages.setVisible(false);
        var send = new NativeButton(word("ask.pins.save"), click -> refusal.around(() -> save.accept(draft())));
        send.addClassName("primary");
        var back = new NativeButton(word("ask.pins.cancel"), click -> cancel.run());
        back.addClassName("quiet");
        var verbs = new Div(send, back);
        verbs.addClassName("row");
        var questions = new Div(questionZh, questionEn);
        questions.addClassName("pair");
        var hint = new Paragraph(word("ask.pins.question.help"));
        hint.addClassName("quiet-text");
        add(
                new H2(word(before == null ? "ask.pins.add" : "ask.pins.change")),
                questions,
                hint,
                article,
                passages,
                until,
                refusal,
                verbs);
        if (before != null) {
            fill(before);
        }
    }

    private void fill(PinRow row) {
        questionZh.setValue(row.questionZh());
        questionEn.setValue(row.questionEn());
        until.setValue(row.until());
        var chosen = row.article();
        if (chosen != null && !row.title().isEmpty()) {
            article.setValue(new ArticleFinder.Choice(chosen, row.title()));
        }
    }

    private void showPassages(ArticleFinder.@Nullable Choice choice) {
        passages.removeAll();
        pieces.clear();
        shown = choice == null ? null : pins.choice(choice.article());
        passages.setVisible(shown != null);
        if (shown == null) {
            return;
        }
        var lead = new Paragraph(word("ask.pins.passage"));
        lead.addClassName("quiet-text");
        passages.add(lead);
        passages.getElement().setAttribute("lang", shown.language().equals("zh") ? "zh-CN" : "en");
        for (var part : shown.parts()) {
            if (!part.heading().isEmpty()) {
                passages.add(new H3(part.heading()));
            }
            for (var piece : part.pieces()) {
                var box = new Checkbox(piece.text(), isChosen(shown, piece));
                pieces.add(new Ticked(box, part, piece));
                passages.add(box);
            }
        }
    }

    private boolean isChosen(PinChoice choice, PinChoice.Piece piece) {
        return before != null
                && !before.isPaused()
                && choice.article().equals(before.article())
                && choice.revision() == before.revision()
                && piece.start() < before.end()
                && piece.end() > before.start();
    }

    private PinDraft draft() {
        var ticked = pieces.stream().filter(it -> it.box().getValue()).toList();
        if (shown == null || ticked.isEmpty()) {
            if (before != null && before.isPaused() && before.article() != null) {
                return draft(before, before.start(), before.end());
            }
            throw org.askwell.common.Refusal.invalid("pin-passage-empty");
        }
        return new PinDraft(
                questionZh.getValue(),
                questionEn.getValue(),
                shown.article(),
                shown.revision(),
                ticked.getFirst().piece().start(),
                ticked.getLast().piece().end(),
                null,
                until.getValue(),
                null);
    }

    private PinDraft draft(PinRow row, int start, int end) {
        return new PinDraft(
                questionZh.getValue(),
                questionEn.getValue(),
                java.util.Objects.requireNonNull(row.article()),
                row.revision(),
                start,
                end,
                null,
                until.getValue(),
                null);
    }
}
