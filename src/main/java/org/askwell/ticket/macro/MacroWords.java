package org.askwell.ticket.macro;

import java.io.Serializable;
import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.Priority;
import org.askwell.ticket.Tags;
import org.jspecify.annotations.Nullable;

/**
 * What a macro says and does. Words stand in at least one language; who reads the other gets those there are.
 *
 * @param takes whoever uses it has the ticket afterwards, if nobody had it
 * @param priority null: stays
 * @param tags are added
 */
public record MacroWords(
        String nameZh,
        String nameEn,
        String textZh,
        String textEn,
        boolean takes,
        @Nullable Priority priority,
        List<String> tags,
        MacroEnding ending)
        implements Serializable {

    private static final int LONGEST_NAME = 120;

    public MacroWords {
        nameZh = nameZh.trim();
        nameEn = nameEn.trim();
        textZh = textZh.strip();
        textEn = textEn.strip();
        tags = Tags.clean(tags);
    }

    /** Refuses a macro that nobody could use. */
    void check() {
        if ((nameZh + nameEn).isEmpty() || nameZh.length() > LONGEST_NAME || nameEn.length() > LONGEST_NAME) {
            throw Refusal.invalid("macro-name", LONGEST_NAME);
        }
        if ((textZh + textEn).isEmpty()) {
            throw Refusal.invalid("macro-text");
        }
        for (var text : List.of(textZh, textEn)) {
            if (!text.isEmpty()) {
                NewTicket.requireText(text);
                Placeholder.check(text);
            }
        }
    }

    /** @param language {@code zh} or {@code en} */
    public String name(String language) {
        return either(language, nameZh, nameEn);
    }

    /** @param language {@code zh} or {@code en} */
    String text(String language) {
        return either(language, textZh, textEn);
    }

    private static String either(String language, String zh, String en) {
        return language.equals("zh") ? (zh.isEmpty() ? en : zh) : en.isEmpty() ? zh : en;
    }
}
