package org.askwell.common.rest;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Lets a program repeat a POST whose reply it never saw, without doing things twice.
 *
 * <p>The key is claimed, the thing done and its reply stored in one transaction: either all of it happened or nothing.
 * A second request with the same key waits for the first and gets its reply; with another body it is refused. What is
 * refused leaves no claim behind.
 */
@ApplicationService
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final int LONGEST_REPLY = 1_000_000;

    private final Jsonb json = JsonbBuilder.create();

    @PersistenceContext
    EntityManager em;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    /** A 201 with its Location, to be returned by the action given to {@link #once}. */
    public static Response created(URI location, Object body) {
        return Response.created(location)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }

    /**
     * Does something once per person and Idempotency-Key of the present request; without a key simply does it.
     *
     * @param body as it was sent; anything JSON-B can write
     * @param action replies with a status, perhaps a location, and an entity that JSON-B can write
     */
    public Response once(Object body, Supplier<Response> action) {
        var key = request.getHeader("Idempotency-Key");
        if (key == null) {
            return action.get();
        }
        if (!KEY.matcher(key).matches()) {
            throw Refusal.malformed("idempotency-key");
        }
        var person = request.getUserPrincipal().getName();
        var hash = hash(request.getMethod() + " " + request.getRequestURI() + "\n" + json.toJson(body));
        if (!claim(person, key, hash)) {
            return stored(person, key, hash);
        }
        var reply = action.get();
        var text = reply.getEntity() == null ? null : json.toJson(reply.getEntity());
        var location = reply.getLocation();
        store(person, key, reply.getStatus(), location == null ? null : location.toString(), text);
        return reply(reply.getStatus(), location == null ? null : location.toString(), text);
    }

    private boolean claim(String person, String key, String hash) {
        return em.createNativeQuery("insert into idempotent_reply (person, idempotency_key, body_hash, status, at)"
                                + " values (?1, ?2, ?3, 0, ?4) on conflict do nothing")
                        .setParameter(1, person)
                        .setParameter(2, key)
                        .setParameter(3, hash)
                        .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate()
                == 1;
    }

    private void store(String person, String key, int status, @Nullable String location, @Nullable String body) {
        if (body != null && body.length() > LONGEST_REPLY) {
            throw new IllegalStateException("A reply too long to be kept for " + key);
        }
        em.createNativeQuery("update idempotent_reply set status = ?1, location = ?2, content_type = ?3, body = ?4"
                        + " where person = ?5 and idempotency_key = ?6")
                .setParameter(1, status)
                .setParameter(2, location == null ? "" : location)
                .setParameter(3, body == null ? "" : MediaType.APPLICATION_JSON)
                .setParameter(4, body == null ? "" : body)
                .setParameter(5, person)
                .setParameter(6, key)
                .executeUpdate();
    }

    private Response stored(String person, String key, String hash) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("select body_hash, status, location, body from idempotent_reply"
                        + " where person = ?1 and idempotency_key = ?2")
                .setParameter(1, person)
                .setParameter(2, key)
                .getResultList();
        if (rows.isEmpty()) {
            throw Refusal.conflict("idempotency-running");
        }
        var row = rows.getFirst();
        if (!hash.equals(row[0])) {
            throw Refusal.invalid("idempotency-mismatch");
        }
        int status = ((Number) row[1]).intValue();
        if (status == 0) {
            throw Refusal.conflict("idempotency-running");
        }
        return reply(status, (String) row[2], (String) row[3]);
    }

    private static Response reply(int status, @Nullable String location, @Nullable String body) {
        var reply = Response.status(status);
        if (location != null && !location.isEmpty()) {
            reply.location(URI.create(location));
        }
        if (body != null && !body.isEmpty()) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            reply.type(MediaType.APPLICATION_JSON_TYPE).entity((StreamingOutput) out -> out.write(bytes));
        }
        return reply.build();
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
