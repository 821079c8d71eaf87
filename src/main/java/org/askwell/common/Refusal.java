package org.askwell.common;

import java.util.List;
import java.util.Locale;

/**
 * A "no" that the person at the keyboard can understand and act on.
 *
 * <p>The code is stable: it ends up in a problem's {@code type}, and {@code refusal.<code>} names its sentence in the
 * message bundles. The arguments are filled into that sentence. Nothing has been changed when a refusal is thrown out
 * of a service: its transaction is rolled back.
 */
public final class Refusal extends RuntimeException {

    /** What sort of "no" it is; decides the HTTP status. */
    public enum Kind {
        INVALID(422),
        MALFORMED(400),
        UNAUTHENTICATED(401),
        FORBIDDEN(403),
        NOT_FOUND(404),
        CONFLICT(409),
        TOO_LARGE(413),
        TOO_MANY(429),
        UNAVAILABLE(503),
        UNFORESEEN(500);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;

    private Refusal(Kind kind, String code, Object... arguments) {
        super(Texts.in(Locale.ENGLISH, "refusal." + code, arguments));
        this.kind = kind;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public static Refusal invalid(String code, Object... arguments) {
        return new Refusal(Kind.INVALID, code, arguments);
    }

    public static Refusal malformed(String code, Object... arguments) {
        return new Refusal(Kind.MALFORMED, code, arguments);
    }

    public static Refusal unauthenticated(String code, Object... arguments) {
        return new Refusal(Kind.UNAUTHENTICATED, code, arguments);
    }

    public static Refusal forbidden(String code, Object... arguments) {
        return new Refusal(Kind.FORBIDDEN, code, arguments);
    }

    public static Refusal notFound(String code, Object... arguments) {
        return new Refusal(Kind.NOT_FOUND, code, arguments);
    }

    public static Refusal conflict(String code, Object... arguments) {
        return new Refusal(Kind.CONFLICT, code, arguments);
    }

    public static Refusal tooLarge(String code, Object... arguments) {
        return new Refusal(Kind.TOO_LARGE, code, arguments);
    }

    public static Refusal tooMany(String code, Object... arguments) {
        return new Refusal(Kind.TOO_MANY, code, arguments);
    }

    public static Refusal unavailable(String code, Object... arguments) {
        return new Refusal(Kind.UNAVAILABLE, code, arguments);
    }

    /** @param number under which the log tells more */
    static Refusal unforeseen(String number) {
        return new Refusal(Kind.UNFORESEEN, "unforeseen", number);
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    /** The sentence in the reader's language: what happened, why, what now. */
    public String sentence(Locale locale) {
        return Texts.in(locale, "refusal." + code, arguments.toArray());
    }
}
