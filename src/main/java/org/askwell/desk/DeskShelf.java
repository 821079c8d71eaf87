package org.askwell.desk;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.askwell.common.Remembered;
import org.askwell.people.PeopleEvent;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.people.Role;

/**
 * Keeps in mind how desks are and who answers there, so that opening a ticket asks the database for neither.
 *
 * <p>A change on this node counts from its commit; what another node changed is seen within {@link Remembered#LIFE}.
 */
@ApplicationScoped
class DeskShelf {

    @Inject
    DeskRepository desks;

    @Inject
    PeopleService people;

    @Inject
    Clock clock;

    private Remembered<String, DeskProfile> profiles;
    private Remembered<String, List<PersonId>> crews;

    @PostConstruct
    void begin() {
        profiles = new Remembered<>(clock, slug -> desks.find(slug).map(Desk::profile));
        crews = new Remembered<>(clock, desk -> Optional.of(crewAsItIs(desk)));
    }

    Optional<DeskProfile> profile(String slug) {
        return profiles.find(slug);
    }

    /** Who answers at a desk and has not left, each once. */
    List<PersonId> crew(String desk) {
        return crews.find(desk).orElseThrow();
    }

    private List<PersonId> crewAsItIs(String desk) {
        return Stream.of(Role.DESK_OWNER, Role.AGENT)
                .flatMap(role -> people.holders(role, desk).stream())
                .filter(PersonRow::active)
                .map(PersonRow::id)
                .distinct()
                .toList();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) DeskEvent change) {
        profiles.forget();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) PeopleEvent change) {
        crews.forget();
    }
}
