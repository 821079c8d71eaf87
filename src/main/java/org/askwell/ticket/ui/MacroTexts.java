package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import java.util.ArrayList;
import java.util.Locale;
import org.askwell.ticket.macro.MacroEnding;
import org.askwell.ticket.macro.MacroWords;

/** Says in words what macros do. */
final class MacroTexts {

    private MacroTexts() {}

    /** In one line: as what it is said, and what is done alongside. */
    static String effects(MacroWords macro) {
        var all = new ArrayList<String>();
        all.add(ending(macro.ending()));
        if (macro.takes()) {
            all.add(word("macro.takes"));
        }
        if (macro.priority() != null) {
            all.add(word("macro.prioritises", TicketWords.priority(macro.priority())));
        }
        if (!macro.tags().isEmpty()) {
            all.add(word("macro.tags", String.join(", ", macro.tags())));
        }
        return String.join(word("macro.and"), all);
    }

    static String ending(MacroEnding ending) {
        return word("macro.ending." + ending.name().toLowerCase(Locale.ROOT));
    }
}
