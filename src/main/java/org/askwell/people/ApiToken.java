package org.askwell.people;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key with which a program acts for a person.
 *
 * <p>The secret is shown once and kept only as its SHA-256: the secret is 192 random bits, so a slow password hash
 * would protect nothing and cost a quarter of a second per request.
 */
@Entity
@Table(name = "api_token")
public class ApiToken {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "api_token_seq")
    @SequenceGenerator(name = "api_token_seq", sequenceName = "api_token_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private PersonId person;
    private String label;

    @Column(name = "start_of_token")
    private String startOfToken;

    private String hash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    protected ApiToken() {} // JPA

    ApiToken(PersonId person, String label, String secret, Instant at) {
        this.person = person;
        this.label = label;
        this.startOfToken = secret.substring(0, Math.min(8, secret.length()));
        this.hash = hash(secret);
        this.createdAt = at;
    }

    static String hash(String secret) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    PeopleEvent.TokenRevoked revoke(Instant at) {
        if (revokedAt == null) {
            revokedAt = at;
        }
        return new PeopleEvent.TokenRevoked(person);
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    PersonId person() {
        return person;
    }

    /** What its owner may see of a token. */
    Summary summary() {
        return new Summary(
                startOfToken, label, createdAt, Optional.ofNullable(lastUsedAt), Optional.ofNullable(revokedAt));
    }

    /** @param start the first characters, enough to tell tokens apart; it names the token in URLs */
    public record Summary(
            String start, String label, Instant createdAt, Optional<Instant> lastUsedAt, Optional<Instant> revokedAt) {}
}
