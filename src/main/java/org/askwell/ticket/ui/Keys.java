package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.NativeButton;

/** Buttons that a key presses, too. */
final class Keys {

    private Keys() {}

    /** @param key empty: none */
    static NativeButton button(String text, String look, String key, Runnable action) {
        var button = new NativeButton(word(text), click -> action.run());
        button.addClassName(look);
        if (!key.isEmpty()) {
            button.getElement()
                    .setAttribute("data-key", key)
                    .setAttribute("aria-keyshortcuts", key)
                    .setAttribute("title", word("ticket.key", key));
        }
        return button;
    }

    static NativeButton button(String text, String key, Runnable action) {
        return button(text, "plain", key, action);
    }
}
