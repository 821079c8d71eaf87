package org.askwell.sla;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.askwell.common.Refusal;

/**
 * Open from one minute of a day until, but not including, another; written {@code 09:00-12:30}. A window may end at
 * 24:00 but does not cross midnight.
 *
 * @param from minutes after midnight, 0 to 1439
 * @param until minutes after midnight, {@code from + 1} to 1440
 */
public record Window(int from, int until) {

    public static final int MINUTES_OF_DAY = 24 * 60;
    public static final Window WHOLE_DAY = new Window(0, MINUTES_OF_DAY);

    private static final Pattern SHAPE = Pattern.compile("(\\d\\d):([0-5]\\d)-(\\d\\d):([0-5]\\d)");
    private static final Pattern BETWEEN = Pattern.compile("[;,，；\\s]+");

    public Window {
        if (from < 0 || until > MINUTES_OF_DAY || from >= until) {
            throw Refusal.invalid("window", clock(from) + "-" + clock(until));
        }
    }

    /** Reads {@code 09:00-12:30}. */
    public static Window parse(String text) {
        var parts = SHAPE.matcher(text.trim());
        if (!parts.matches()) {
            throw Refusal.invalid("window-unreadable", text);
        }
        return new Window(
                Integer.parseInt(parts.group(1)) * 60 + Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)) * 60 + Integer.parseInt(parts.group(4)));
    }

    /** Reads {@code 09:00-12:00;13:00-18:00}; nothing is no window. */
    public static List<Window> parseAll(String text) {
        return text.isBlank()
                ? List.of()
                : inOrder(Arrays.stream(BETWEEN.split(text.trim()))
                        .map(Window::parse)
                        .toList());
    }

    /** The windows of one day, the earliest first; refuses those that overlap. */
    public static List<Window> inOrder(List<Window> windows) {
        var sorted = new ArrayList<>(windows);
        sorted.sort(Comparator.comparing(Window::from));
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).until() > sorted.get(i).from()) {
                throw Refusal.invalid("window-overlap", sorted.get(i - 1), sorted.get(i));
            }
        }
        return List.copyOf(sorted);
    }

    /** {@code 09:00-12:00;13:00-18:00}. */
    public static String texts(List<Window> windows) {
        return windows.stream().map(Window::toString).collect(Collectors.joining(";"));
    }

    boolean contains(int minute) {
        return from <= minute && minute < until;
    }

    /** How a minute of the day stands on the clock: {@code 09:05}. */
    public static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    @Override
    public String toString() {
        return clock(from) + "-" + clock(until);
    }
}
