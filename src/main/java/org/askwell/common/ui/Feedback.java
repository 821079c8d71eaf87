package org.askwell.common.ui;

import com.vaadin.flow.component.html.Paragraph;
import org.askwell.common.Refusal;

/** The one line of a form or a list that says what came of it: done, or why not. Hidden until something is said. */
public final class Feedback extends Paragraph {

    public Feedback() {
        setVisible(false);
    }

    /** Does something; a refusal is told here and leaves everything that was typed as it is. */
    public void around(Runnable action) {
        clear();
        try {
            action.run();
        } catch (Refusal no) {
            refuse(no);
        }
    }

    public void say(String sentence) {
        show(sentence, "status", "saved", "notice");
    }

    public void refuse(Refusal no) {
        refuse(Words.sentence(no));
    }

    public void refuse(String sentence) {
        show(sentence, "alert", "notice", "saved");
        scrollIntoView();
    }

    public void clear() {
        setVisible(false);
        setText("");
    }

    private void show(String sentence, String role, String look, String otherLook) {
        getElement().setAttribute("role", role);
        setText(sentence);
        setClassName(otherLook, false);
        setClassName(look, true);
        setVisible(true);
    }
}
