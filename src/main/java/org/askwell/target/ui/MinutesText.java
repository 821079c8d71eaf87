package org.askwell.target.ui;

import java.util.Locale;
import java.util.regex.Pattern;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/** Working time as people type it: {@code 90}, {@code 1h 30m}, {@code 4 小时}. */
final class MinutesText {

    private static final Pattern SHAPE =
            Pattern.compile("(?:(\\d{1,5})\\s*(?:h|小时|时))?\\s*(?:(\\d{1,6})\\s*(?:min|m|分钟|分)?)?");

    private MinutesText() {}

    /** Null when nothing stands there. */
    static @Nullable Integer read(String text) {
        var trimmed = text.strip().toLowerCase(Locale.ROOT);
        if (trimmed.isEmpty()) {
            return null;
        }
        var parts = SHAPE.matcher(trimmed);
        if (!parts.matches()) {
            throw Refusal.invalid("target-time", text);
        }
        int hours = parts.group(1) == null ? 0 : Integer.parseInt(parts.group(1));
        int minutes = parts.group(2) == null ? 0 : Integer.parseInt(parts.group(2));
        return hours * 60 + minutes;
    }

    static String write(@Nullable Integer minutes) {
        if (minutes == null) {
            return "";
        }
        if (minutes < 60) {
            return minutes + "m";
        }
        return minutes % 60 == 0 ? minutes / 60 + "h" : minutes / 60 + "h " + minutes % 60 + "m";
    }
}
