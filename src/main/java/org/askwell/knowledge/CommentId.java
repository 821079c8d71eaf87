package org.askwell.knowledge;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public number of a comment on a passage, such as {@code C-17}. */
public record CommentId(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("C-[1-9][0-9]{0,17}");

    public CommentId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a comment number: " + value);
        }
    }

    static CommentId numbered(long number) {
        return new CommentId("C-" + number);
    }

    long number() {
        return Long.parseLong(value.substring(2));
    }

    public static Optional<CommentId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new CommentId(text)) : Optional.empty();
    }

    /** For JAX-RS path parameters. */
    public static CommentId fromString(String text) {
        return new CommentId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
