package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.askwell.ask.Asked;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.search.Suggestion;

/**
 * Where one asks: Enter sends, Shift+Enter breaks the line, suggestions come while typing.
 *
 * <p>What was typed stays when the question is refused. An Enter that only ends the choice of a Chinese character does
 * not send.
 */
final class AskBox extends Div {

    private static final int SUGGEST_AFTER_MILLIS = 180;

    private final TextArea text = new TextArea();
    private final Feedback refusal = new Feedback();
    private final UnorderedList suggestions = new UnorderedList();
    private final Function<String, List<Suggestion>> suggest;
    private final Consumer<String> ask;

    /**
     * @param draft under which this browser keeps what is being typed
     * @param ask gets the text; may throw a Refusal, which is shown
     */
    AskBox(
            String label,
            String placeholder,
            String draft,
            Function<String, List<Suggestion>> suggest,
            Consumer<String> ask) {
        this.suggest = suggest;
        this.ask = ask;
        addClassName("ask-box");
        text.setAriaLabel(label);
        text.setPlaceholder(placeholder);
        text.setWidthFull();
        text.setMaxLength(Asked.LONGEST);
        text.setValueChangeMode(ValueChangeMode.TIMEOUT);
        text.setValueChangeTimeout(SUGGEST_AFTER_MILLIS);
        text.addValueChangeListener(change -> showSuggestions(change.getValue()));
        text.getElement().setAttribute("data-draft", draft);
        text.getElement()
                .addEventListener(
                        "keydown", pressed -> send(pressed.getEventData().getString("element.value")))
                .setFilter("event.key === 'Enter' && !event.shiftKey && !event.isComposing"
                        + " && (event.preventDefault() || true)")
                .addEventData("element.value");
        var send = new NativeButton(word("ask.send"), click -> send(text.getValue()));
        send.addClassName("primary");
        suggestions.addClassName("suggestions");
        suggestions.setVisible(false);
        add(text, send, refusal, suggestions);
    }

    void focus() {
        text.focus();
    }

    /** Puts a question into the box, to be sent or changed. */
    void begin(String question) {
        text.setValue(question.length() > Asked.LONGEST ? question.substring(0, Asked.LONGEST) : question);
    }

    private void clear() {
        text.clear();
        suggestions.setVisible(false);
    }

    private void send(String typed) {
        refusal.around(() -> {
            ask.accept(typed);
            clear();
        });
    }

    private void showSuggestions(String typed) {
        suggestions.removeAll();
        var found = typed.isBlank() ? List.<Suggestion>of() : suggest.apply(typed);
        found.forEach(it -> suggestions.add(new ListItem(link(it))));
        suggestions.setVisible(!found.isEmpty());
    }

    private static Anchor link(Suggestion suggestion) {
        var link = new Anchor(Places.article(suggestion.page().id()));
        int at = 0;
        for (var mark : suggestion.marks()) {
            link.add(new Span(suggestion.text().substring(at, mark.start())));
            var typed = new Span(suggestion.text().substring(mark.start(), mark.end()));
            typed.addClassName("typed");
            link.add(typed);
            at = mark.end();
        }
        link.add(new Span(suggestion.text().substring(at)));
        if (!suggestion.text().equals(suggestion.title())) {
            var title = new Span(suggestion.title());
            title.addClassName("quiet-text");
            link.add(title);
        }
        return link;
    }
}
