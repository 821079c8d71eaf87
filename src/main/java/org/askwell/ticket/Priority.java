package org.askwell.ticket;

import java.util.Arrays;
import java.util.Optional;

/** How much a ticket hurts; in rising order. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT;

    /** Empty when there is none of that name. */
    public static Optional<Priority> parse(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }
}
