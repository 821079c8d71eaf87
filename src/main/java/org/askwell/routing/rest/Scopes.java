package org.askwell.routing.rest;

import org.askwell.desk.DeskService;
import org.jspecify.annotations.Nullable;

/** Whose rules are meant. */
final class Scopes {

    private Scopes() {}

    /** A desk that exists, or null for the company. */
    static @Nullable String desk(DeskService desks, @Nullable String asked) {
        return asked == null || asked.isBlank() ? null : desks.desk(asked).slug();
    }
}
