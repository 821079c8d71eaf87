package org.askwell.common.rest;

import jakarta.json.Json;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * An error told the RFC 9457 way.
 *
 * @param type stable; {@code urn:askwell:problem:<code>}
 * @param title what sort of error it is, the same for every case
 * @param detail one sentence for a person: what happened, why, what now
 * @param errors the fields that are wrong, when the body was readable but not right
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<FieldError> errors) {

    /** @param field path of the field in the body, such as {@code fields[2].name} */
    public record FieldError(String field, String message) {}

    public static final MediaType JSON = new MediaType("application", "problem+json", "utf-8");

    /** For filters and servlets, where no resource is at work yet. */
    public static void write(HttpServletResponse response, Refusal refusal, Locale locale) throws IOException {
        int status = refusal.kind().status();
        response.setStatus(status);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        var problem = Json.createObjectBuilder()
                .add("type", type(refusal.code()))
                .add("title", title(status))
                .add("status", status)
                .add("detail", refusal.sentence(locale))
                .build();
        response.getWriter().write(problem.toString());
    }

    static Response of(Refusal refusal, Locale locale) {
        return of(refusal.kind().status(), refusal.code(), refusal.sentence(locale), null);
    }

    static Response of(int status, String code, Locale locale, Object... arguments) {
        return of(status, code, Texts.in(locale, "refusal." + code, arguments), null);
    }

    static Response of(int status, String code, String detail, @Nullable List<FieldError> errors) {
        return Response.status(status)
                .type(JSON)
                .entity(new Problem(type(code), title(status), status, detail, errors))
                .build();
    }

    private static String type(String code) {
        return "urn:askwell:problem:" + code;
    }

    private static String title(int status) {
        var reason = Response.Status.fromStatusCode(status);
        return reason == null ? "Unprocessable Content" : reason.getReasonPhrase();
    }
}
