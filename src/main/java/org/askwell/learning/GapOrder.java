package org.askwell.learning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which gaps come first. */
public enum GapOrder {
    NEWEST,
    FREQUENT;

    /** As it stands in addresses: {@code newest}, {@code frequent}. */
    public static Optional<GapOrder> parse(String text) {
        return Arrays.stream(values()).filter(it -> it.word().equals(text)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
