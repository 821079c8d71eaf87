package org.askwell.common.rest;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.askwell.common.Texts;
import org.askwell.common.Trouble;

/**
 * Tells every failure as a problem. Without it the server would answer with a page of HTML.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        var locale = locale();
        var refusal = Trouble.refusalIn(failure);
        if (refusal.isPresent()) {
            return Problem.of(refusal.get(), locale);
        }
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ConstraintViolationException violations -> {
                    return invalid(violations, locale);
                }
                case JsonException unreadable -> {
                    return Problem.of(400, "json-unreadable", locale);
                }
                case JsonbException unreadable -> {
                    return Problem.of(400, "json-unreadable", locale);
                }
                default -> {}
            }
        }
        if (failure instanceof WebApplicationException web) {
            return web(web, locale);
        }
        return Problem.of(Trouble.of(failure), locale);
    }

    private Response web(WebApplicationException web, Locale locale) {
        int status = web.getResponse().getStatus();
        if (web instanceof NotFoundException && web.getCause() instanceof IllegalArgumentException) {
            return Problem.of(404, "not-found", locale);
        }
        return switch (status) {
            case 400 -> Problem.of(400, "malformed", locale);
            case 401 -> Problem.of(401, "sign-in-needed", locale);
            case 403 -> Problem.of(403, "forbidden", locale);
            case 404 -> Problem.of(404, "not-found", locale);
            case 405 -> Problem.of(405, "method-not-allowed", locale);
            case 406 -> Problem.of(406, "not-acceptable", locale);
            case 413 -> Problem.of(413, "body-too-large", locale);
            case 415 -> Problem.of(415, "unsupported-media-type", locale);
            default -> status >= 500 ? Problem.of(Trouble.of(web), locale) : Problem.of(status, "malformed", locale);
        };
    }

    private static Response invalid(ConstraintViolationException violations, Locale locale) {
        var errors = violations.getConstraintViolations().stream()
                .map(violation -> new Problem.FieldError(field(violation), violation.getMessage()))
                .sorted((a, b) -> a.field().compareTo(b.field()))
                .toList();
        return Problem.of(
                422,
                "invalid",
                Texts.in(locale, "refusal.invalid", errors.getFirst().field()),
                errors);
    }

    /** Leaves out the Java method and argument that the path starts with. */
    private static String field(ConstraintViolation<?> violation) {
        var nodes = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Object::toString)
                .toList();
        return String.join(".", nodes.subList(Math.min(2, nodes.size() - 1), nodes.size()));
    }

    private Locale locale() {
        return headers.getAcceptableLanguages().stream()
                .filter(it -> it.getLanguage().equals("zh") || it.getLanguage().equals("en"))
                .findFirst()
                .orElse(Texts.ENGLISH);
    }
}
