package org.askwell.knowledge.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.DebouncePhase;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/**
 * A place to write Markdown.
 *
 * <p>The browser keeps what is typed until {@link #saved} says that it is safe. The server hears of the text whenever
 * the writer pauses, and before any button is pressed.
 */
@Tag("askwell-editor")
@JsModule("context://js/editor.js")
class TextEditor extends Component {

    private String text;
    private String base;

    /**
     * @param label for those who cannot see it
     * @param draft under which the browser keeps what is typed
     * @param base the revision that the text was taken from
     */
    TextEditor(String label, String draft, String text, int base) {
        this.text = text;
        this.base = Integer.toString(base);
        getElement().setAttribute("aria-label", label).setAttribute("draft", draft);
        getElement()
                .addPropertyChangeListener(
                        "value", "text-changed", change -> this.text = String.valueOf(change.getValue()));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement()
                .executeJs(
                        "customElements.whenDefined('askwell-editor').then(() => this.begin($0, $1, $2))",
                        text,
                        base,
                        EditorWords.json());
    }

    /** Where the browser sends what is pasted. */
    void pasteTo(PasteDesk desk) {
        getElement().setAttribute("paste-url", desk);
    }

    String text() {
        return text;
    }

    void onChange(Consumer<String> listener) {
        getElement().addPropertyChangeListener("value", "text-changed", change -> {
            text = String.valueOf(change.getValue());
            listener.accept(text);
        });
    }

    /** Ctrl+S or ⌘S. */
    void onSaveAsked(Runnable listener) {
        getElement().addEventListener("save-asked", asked -> listener.run()).debounce(1, DebouncePhase.TRAILING);
    }

    /** The browser has found what was typed before and not saved, and put it back; tells on which revision it was based. */
    void onRestored(IntConsumer listener) {
        getElement()
                .addEventListener(
                        "kept-restored",
                        restored ->
                                listener.accept((int) restored.getEventData().getNumber("event.detail.base")))
                .addEventData("event.detail.base");
    }

    /** The text is safe as this revision; the browser need not keep it any more. */
    void saved(int revision) {
        base = Integer.toString(revision);
        getElement().callJsFunction("forgetKept", base);
    }
}
