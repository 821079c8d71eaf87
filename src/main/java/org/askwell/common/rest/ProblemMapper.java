package org.askwell.common.rest;

import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.StreamSupport;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;

/**
 * Tells every failure as a problem. Without it the server would answer with a page of HTML.
 *
 * <p>What nobody foresaw is logged with a number that the caller gets, too.
 */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        var locale = locale();
        // A refusal may come out of the middle of reading a body, wrapped by whoever read.
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Problem.of(refusal, locale);
            }
        }
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ConstraintViolationException violations -> {
                    return invalid(violations, locale);
                }
                case OptimisticLockException lost -> {
                    return Problem.of(409, "changed-meanwhile", locale);
                }
                case JsonException unreadable -> {
                    return Problem.of(400, "json-unreadable", locale);
                }
                case JsonbException unreadable -> {
                    return Problem.of(400, "json-unreadable", locale);
                }
                case SQLTransientException away -> {
                    return databaseAway(away, locale);
                }
                case SQLException broken
                when isConnectionTrouble(broken) -> {
                    return databaseAway(broken, locale);
                }
                default -> {}
            }
        }
        if (failure instanceof WebApplicationException web) {
            return web(web, locale);
        }
        if (failure instanceof PersistenceException || failure instanceof TransactionalException) {
            return databaseAway(failure, locale);
        }
        return unforeseen(failure, locale);
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
            default -> status >= 500 ? unforeseen(web, locale) : Problem.of(status, "malformed", locale);
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

    private static boolean isConnectionTrouble(SQLException broken) {
        var state = broken.getSQLState();
        // 08: connection exceptions; 57P: operator intervention; 53: resources (disk full); 90: H2's own codes for the
        // like
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57P")
                        || state.startsWith("53")
                        || state.startsWith("90028")
                        || state.startsWith("90031")
                        || state.startsWith("90121"));
    }

    private static Response databaseAway(Throwable failure, Locale locale) {
        LOG.log(Level.WARNING, "The database did not answer", failure);
        return Problem.of(503, "database-away", locale);
    }

    private static Response unforeseen(Throwable failure, Locale locale) {
        var number = Long.toString(System.nanoTime() & 0xffffffffL, 36);
        LOG.log(Level.SEVERE, "Unforeseen failure " + number, failure);
        return Problem.of(500, "unforeseen", locale, number);
    }

    private Locale locale() {
        return headers.getAcceptableLanguages().stream()
                .filter(it -> it.getLanguage().equals("zh") || it.getLanguage().equals("en"))
                .findFirst()
                .orElse(Texts.ENGLISH);
    }
}
