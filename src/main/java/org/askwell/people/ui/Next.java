package org.askwell.people.ui;

import org.jspecify.annotations.Nullable;

/** Where somebody wanted to go before the door stopped them: only addresses of our own pages; anything else is home. */
final class Next {

    private Next() {}

    static String of(@Nullable String wanted) {
        if (wanted == null
                || wanted.startsWith("/")
                || wanted.length() > 1000
                || !wanted.matches("[\\p{L}\\p{N}/._~%?&=+,-]*")) {
            return "";
        }
        return wanted;
    }
}
