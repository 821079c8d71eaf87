package org.askwell.knowledge.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;

/**
 * Lets a reader choose a passage of a text: by selecting words, or by a button at each paragraph while those are shown.
 *
 * <p>Stands right before the text that it is about.
 */
@Tag("askwell-passages")
@JsModule("context://js/passages.js")
final class PassagePicker extends Component implements HasStyle {

    private final Div prose;
    private final String atSelection;
    private final String atParagraph;

    /** Hears what was chosen. */
    interface Listener {
        /**
         * @param quote as it is shown
         * @param near how many characters, white space not counted, are shown before it
         */
        void chosen(String quote, int near);
    }

    /**
     * @param atSelection what the button says that appears at selected words
     * @param atParagraph what the buttons at paragraphs are called; the first words of theirs are added
     */
    PassagePicker(Div prose, String atSelection, String atParagraph, Listener listener) {
        this.prose = prose;
        this.atSelection = atSelection;
        this.atParagraph = atParagraph;
        addClassName("passages");
        getElement()
                .addEventListener(
                        "passage-chosen",
                        chosen -> listener.chosen(chosen.getEventData().getString("event.detail.quote"), (int)
                                chosen.getEventData().getNumber("event.detail.near")))
                .addEventData("event.detail.quote")
                .addEventData("event.detail.near");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement()
                .executeJs(
                        "customElements.whenDefined('askwell-passages').then(() => this.begin($0, $1, $2))",
                        prose,
                        atSelection,
                        atParagraph);
    }

    /** Shows or hides the buttons at the paragraphs. */
    void choose(boolean on) {
        getElement().executeJs("customElements.whenDefined('askwell-passages').then(() => this.choose($0))", on);
    }
}
