package org.askwell.desk;

import java.io.Serializable;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.askwell.common.Refusal;

/**
 * Something a desk wants to know of its tickets that others need not: an order number, a shop.
 *
 * @param key names it in rules, addresses and programs; stays for good
 * @param choices for {@link FieldType#CHOICE} only
 * @param toFile nobody can file a ticket at this desk without it; only where employees fill it in
 * @param toResolve a ticket cannot be resolved without it
 * @param retired no longer asked for; tickets that have it keep it
 */
public record OwnField(
        String key,
        String nameZh,
        String nameEn,
        FieldType kind,
        List<Choice> choices,
        FilledBy filledBy,
        boolean toFile,
        boolean toResolve,
        String helpZh,
        String helpEn,
        boolean retired)
        implements Serializable {

    public static final int LONGEST_VALUE = 200;
    public static final int MOST_CHOICES = 50;

    private static final int LONGEST_HELP = 300;
    private static final int LONGEST_CHOICE = 60;
    private static final int MOST_DIGITS = 15;
    private static final int MOST_DECIMALS = 6;
    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]+)?");
    private static final Pattern FORBIDDEN = Pattern.compile("[|｜\\p{Cntrl}]");
    /** Hand-written conditions could not name fields called so. */
    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while");

    /** What a value is, and so how it is written and compared. */
    public enum FieldType {
        TEXT,
        NUMBER,
        DATE,
        CHOICE
    }

    /** Who is asked for it. Those who answer at the desk may change everything afterwards. */
    public enum FilledBy {
        EMPLOYEE,
        AGENT
    }

    /** @param value what is kept; stays when the names are changed */
    public record Choice(String value, String nameZh, String nameEn) implements Serializable {

        public Choice {
            value = value.strip();
            nameZh = nameZh.strip();
            nameEn = nameEn.strip();
            for (var text : List.of(value, nameZh, nameEn)) {
                if (text.isEmpty()
                        || text.length() > LONGEST_CHOICE
                        || FORBIDDEN.matcher(text).find()) {
                    throw Refusal.invalid("field-choice", LONGEST_CHOICE);
                }
            }
        }

        public String name(Locale locale) {
            return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
        }

        /** Reads {@code value | name in Chinese | name in English}; a name that is left out is the one before it. */
        public static Choice parse(String line) {
            var parts = line.split("[|｜]", -1);
            if (parts.length > 3) {
                throw Refusal.invalid("field-choice", LONGEST_CHOICE);
            }
            var value = parts[0].strip();
            var zh = parts.length > 1 && !parts[1].isBlank() ? parts[1].strip() : value;
            var en = parts.length > 2 && !parts[2].isBlank() ? parts[2].strip() : zh;
            return new Choice(value, zh, en);
        }

        /** As {@link #parse} reads it, with nothing said twice. */
        public String line() {
            return nameEn.equals(nameZh)
                    ? nameZh.equals(value) ? value : value + " | " + nameZh
                    : value + " | " + nameZh + " | " + nameEn;
        }
    }

    public OwnField {
        if (!KEY.matcher(key).matches() || RESERVED.contains(key)) {
            throw Refusal.invalid("field-key", key);
        }
        nameZh = DeskProfile.requireName(nameZh);
        nameEn = DeskProfile.requireName(nameEn);
        if (helpZh.length() > LONGEST_HELP || helpEn.length() > LONGEST_HELP) {
            throw Refusal.invalid("field-help", LONGEST_HELP);
        }
        choices = kind == FieldType.CHOICE ? List.copyOf(choices) : List.of();
        if (kind == FieldType.CHOICE && (choices.isEmpty() || choices.size() > MOST_CHOICES)) {
            throw Refusal.invalid("field-choices", nameEn, MOST_CHOICES);
        }
        var values = new HashSet<String>();
        for (var choice : choices) {
            if (!values.add(fold(choice.value()))) {
                throw Refusal.invalid("field-choice-twice", choice.value());
            }
        }
        if (toFile && filledBy != FilledBy.EMPLOYEE) {
            throw Refusal.invalid("field-to-file", nameEn);
        }
    }

    /** The name in the reader's language. */
    public String name(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? nameZh : nameEn;
    }

    public String help(Locale locale) {
        return "zh".equals(locale.getLanguage()) ? helpZh : helpEn;
    }

    public OwnField retire(boolean away) {
        return new OwnField(key, nameZh, nameEn, kind, choices, filledBy, toFile, toResolve, helpZh, helpEn, away);
    }

    /**
     * What is kept of what somebody wrote: a text in one line, a number without needless digits, a day as 2026-11-30, the
     * value of a choice. Refuses what cannot be read, in a sentence that names the field.
     */
    public String read(String written, Locale locale) {
        var text = written.replaceAll("\\s+", " ").strip();
        return switch (kind) {
            case TEXT -> readText(text, locale);
            case NUMBER -> readNumber(text, locale);
            case DATE -> readDate(text, locale);
            case CHOICE ->
                choice(text).map(Choice::value).orElseThrow(() -> Refusal.invalid("field-value-choice", name(locale)));
        };
    }

    /** A kept value as people read it. */
    public String shown(String value, Locale locale) {
        return kind == FieldType.CHOICE
                ? choice(value).map(it -> it.name(locale)).orElse(value)
                : value;
    }

    /** Without capitals, full-width letters and spaces around it: what is looked for. */
    public static String fold(String value) {
        return Normalizer.normalize(value.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private Optional<Choice> choice(String text) {
        var wanted = fold(text);
        return choices.stream()
                .filter(it -> fold(it.value()).equals(wanted))
                .findFirst()
                .or(() -> choices.stream()
                        .filter(it -> fold(it.nameZh()).equals(wanted)
                                || fold(it.nameEn()).equals(wanted))
                        .findFirst());
    }

    private String readText(String text, Locale locale) {
        if (text.length() > LONGEST_VALUE || text.indexOf('\0') >= 0) {
            throw Refusal.invalid("field-value-text", name(locale), LONGEST_VALUE);
        }
        return text;
    }

    private String readNumber(String text, Locale locale) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (plain.length() <= LONGEST_VALUE && NUMBER.matcher(plain).matches()) {
            var number = new BigDecimal(plain.replace(",", "")).stripTrailingZeros();
            if (number.precision() - number.scale() <= MOST_DIGITS && number.scale() <= MOST_DECIMALS) {
                return number.toPlainString();
            }
        }
        throw Refusal.invalid("field-value-number", name(locale), MOST_DIGITS, MOST_DECIMALS);
    }

    private String readDate(String text, Locale locale) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= 1900 && day.getYear() < 2200) {
                return day.toString();
            }
        } catch (DateTimeException unreadable) {
            // told below, in one sentence with what lies too far away
        }
        throw Refusal.invalid("field-value-date", name(locale));
    }
}
