package org.askwell.common.ui;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;

/** The texts of a page in the language of the person who looks at it. */
public final class Words {

    private Words() {}

    public static String word(String key, Object... arguments) {
        return Texts.in(locale(), key, arguments);
    }

    public static String sentence(Refusal refusal) {
        return refusal.sentence(locale());
    }

    public static Locale locale() {
        var ui = UI.getCurrent();
        return ui == null ? Texts.ENGLISH : ui.getLocale();
    }
}
