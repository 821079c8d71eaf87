package org.askwell.ask;

import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a question, such as {@code Q-7K3MPX2D}; drawn at random, from letters that cannot be misread. */
public record QuestionId(String value) implements Serializable {

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final Pattern SHAPE = Pattern.compile("Q-[" + LETTERS + "]{8}");
    private static final SecureRandom RANDOM = new SecureRandom();

    public QuestionId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a question: " + value);
        }
    }

    public static QuestionId draw() {
        var name = new StringBuilder("Q-");
        for (int i = 0; i < 8; i++) {
            name.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new QuestionId(name.toString());
    }

    /** Reads what came through a window; a wrong shape is simply no question. */
    public static Optional<QuestionId> parse(@Nullable String text) {
        return text != null && SHAPE.matcher(text).matches() ? Optional.of(new QuestionId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
