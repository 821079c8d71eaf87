package org.askwell.ticket.macro;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.askwell.common.Refusal;

/** What the words of a macro may leave open, written in braces: {@code {requester}}. */
public enum Placeholder {
    /** The name of whoever asked. */
    REQUESTER,
    /** The name of whoever uses the macro. */
    AGENT,
    NUMBER,
    SUBJECT,
    DESK;

    private static final Pattern OPEN = Pattern.compile("\\{\\s*(\\p{L}[\\p{L}\\p{N}_-]*)\\s*}");

    /** As it is written. */
    public String written() {
        return "{" + name().toLowerCase(Locale.ROOT) + "}";
    }

    /** Refuses words that leave something open which nobody could fill in. */
    static void check(String words) {
        OPEN.matcher(words).results().forEach(found -> {
            if (of(found).isEmpty()) {
                throw Refusal.invalid("macro-placeholder", found.group());
            }
        });
    }

    static String fill(String words, Map<Placeholder, String> values) {
        return OPEN.matcher(words)
                .replaceAll(found ->
                        Matcher.quoteReplacement(of(found).map(values::get).orElseGet(found::group)));
    }

    private static Optional<Placeholder> of(MatchResult found) {
        return Arrays.stream(values())
                .filter(it -> it.name().equalsIgnoreCase(found.group(1)))
                .findFirst();
    }
}
