package org.askwell.people;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.askwell.common.Remembered;

/**
 * Remembers whose a token is and who may do what, so that a request does not ask the database for it five times.
 *
 * <p>Every change of people, groups, roles or tokens on this node empties it at commit: a right that was taken away is
 * gone at the next request. What another node changed is seen within {@link Remembered#LIFE}.
 */
@ApplicationScoped
class Callers {

    @Inject
    CallerLoader loader;

    @Inject
    Clock clock;

    private Remembered<PersonId, Caller> callers;
    private Remembered<String, PersonId> owners;

    @PostConstruct
    void begin() {
        callers = new Remembered<>(clock, loader::load);
        owners = new Remembered<>(clock, loader::tokenOwner);
    }

    /** Empty when there is no such person or the account is closed. */
    Optional<Caller> find(PersonId id) {
        return callers.find(id);
    }

    /** @param hash what {@link ApiToken#hash} makes of a token; empty when it is unknown or revoked */
    Optional<PersonId> tokenOwner(String hash) {
        return owners.find(hash);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) PeopleEvent change) {
        callers.forget();
        owners.forget();
    }
}
