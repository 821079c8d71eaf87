package org.askwell.people;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import org.askwell.common.ApplicationService;

/** Reads a {@link Caller} from the database; everyone else asks {@link Callers}. */
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
}
