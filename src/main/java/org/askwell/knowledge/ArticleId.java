package org.askwell.knowledge;

import java.io.Serializable;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The public number of an article, such as {@code A-318}; it stays the same whatever the article is called. */
public record ArticleId(String value) implements Serializable {

    private static final Pattern SHAPE = Pattern.compile("A-[1-9][0-9]{0,17}");

    public ArticleId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an article number: " + value);
        }
    }

    static ArticleId numbered(long number) {
        return new ArticleId("A-" + number);
    }

    /** Reads what came through a window; a wrong shape is simply no article. */
    public static Optional<ArticleId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new ArticleId(text)) : Optional.empty();
    }

    /** For JAX-RS path and query parameters. */
    public static ArticleId fromString(String text) {
        return new ArticleId(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
