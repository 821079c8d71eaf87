package org.askwell.people;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/**
 * A link that lets somebody set a password, once.
 *
 * <p>An administrator makes it; a new one takes the place of the old. It ends when it is used, when a password comes
 * about in another way, when the account is closed, or after a week. Of the secret only its SHA-256 is kept: it has 256
 * random bits, so that nothing slower is needed.
 */
@Entity
@Table(name = "welcome_link")
class WelcomeLink {

    static final Duration LIFE = Duration.ofDays(7);

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "welcome_link_seq")
    @SequenceGenerator(name = "welcome_link_seq", sequenceName = "welcome_link_seq", allocationSize = 1000)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private PersonId person;

    private String hash;

    @Column(name = "made_by")
    private PersonId madeBy;

    @Column(name = "valid_until")
    private Instant validUntil;

    protected WelcomeLink() {} // JPA

    WelcomeLink(PersonId person, String secret, PersonId by, Instant at) {
        this.person = person;
        renew(secret, by, at);
    }

    /** From now on only the new secret opens. */
    final void renew(String secret, PersonId by, Instant at) {
        hash = ApiToken.hash(secret);
        madeBy = by;
        validUntil = at.plus(LIFE);
    }

    boolean isValid(Instant at) {
        return at.isBefore(validUntil);
    }

    PersonId person() {
        return person;
    }

    Instant validUntil() {
        return validUntil;
    }
}
