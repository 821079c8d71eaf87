package org.askwell.common.ui;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them: relative, with the exact time in their own zone on hover. */
public final class Times {

    private static final DateTimeFormatter EXACT_ZH =
            DateTimeFormatter.ofPattern("yyyy年M月d日 EEE HH:mm", Locale.CHINESE);
    private static final DateTimeFormatter EXACT_EN =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Times() {}

    /** A {@code time} element that says "2 h ago" and tells the exact time on hover. */
    public static Ago ago(Instant at, ZoneId zone, Clock clock) {
        return new Ago(at, zone, clock);
    }

    static String relative(Instant at, Instant now) {
        var past = Duration.between(at, now);
        var ahead = past.isNegative();
        var size = past.abs();
        var direction = ahead ? "common.time.in." : "common.time.ago.";
        if (size.compareTo(Duration.ofMinutes(1)) < 0) {
            return Words.word("common.time.now");
        }
        if (size.compareTo(Duration.ofHours(1)) < 0) {
            return Words.word(direction + "minutes", size.toMinutes());
        }
        if (size.compareTo(Duration.ofDays(1)) < 0) {
            return Words.word(direction + "hours", size.toHours());
        }
        return Words.word(direction + "days", size.toDays());
    }

    public static String exact(Instant at, ZoneId zone) {
        return exact(at, zone, Words.locale());
    }

    /** For plain pages, which have no reader's language of their own. */
    public static String exact(Instant at, ZoneId zone, Locale reader) {
        return (reader.getLanguage().equals("zh") ? EXACT_ZH : EXACT_EN).format(at.atZone(zone));
    }

    public static String day(java.time.LocalDate day) {
        return (isChinese() ? DAY_ZH : DAY_EN).format(day);
    }

    private static boolean isChinese() {
        return Words.locale().getLanguage().equals("zh");
    }

    /** How long ago something was, as of when it was told last. */
    @Tag("time")
    public static final class Ago extends HtmlComponent {

        private final Instant at;
        private final Clock clock;

        private Ago(Instant at, ZoneId zone, Clock clock) {
            this.at = at;
            this.clock = clock;
            getElement().setAttribute("datetime", at.toString()).setAttribute("title", exact(at, zone));
            tell();
        }

        /** Tells it again, as of now. */
        public void tell() {
            getElement().setText(relative(at, clock.instant()));
        }
    }
}
