package org.askwell.notification;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public number of a notice, such as {@code N-318}. */
public record NoticeId(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("N-[1-9][0-9]{0,17}");

    public NoticeId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a notice number: " + value);
        }
    }

    static NoticeId numbered(long number) {
        return new NoticeId("N-" + number);
    }

    long number() {
        return Long.parseLong(value.substring(2));
    }

    public static Optional<NoticeId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new NoticeId(text)) : Optional.empty();
    }

    /** For JAX-RS path parameters. */
    public static NoticeId fromString(String text) {
        return new NoticeId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
