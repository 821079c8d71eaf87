package org.askwell.people;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import org.askwell.common.ApplicationService;

/** Reads from the database who is asking; everyone else asks {@link Callers}. */
@ApplicationService
class CallerLoader {

    @Inject
    PeopleRepository people;

    /** Empty when there is no such person or the account is closed. */
    public Optional<Caller> load(PersonId id) {
        return people.find(id).filter(Person::isActive).map(person -> {
            var profile = person.profile();
            var grants = new HashSet<Caller.Grant>();
            people.grantsOf(id).forEach(it -> grants.add(it.grant()));
            return new Caller(
                    id,
                    profile.name(),
                    profile.language(),
                    profile.zone(),
                    profile.office(),
                    profile.department(),
                    profile.employmentType(),
                    new HashSet<>(people.groupsOf(id)),
                    grants);
        });
    }

    /** Whose token this is; empty when it is unknown or revoked. */
    public Optional<PersonId> tokenOwner(String hash) {
        return people.tokenByHash(hash).filter(it -> !it.isRevoked()).map(ApiToken::person);
    }
}
