package org.askwell.notification;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.askwell.common.Remembered;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in mind who wants which kind of notice where, so that telling a whole desk asks the database for none of it.
 *
 * <p>A choice made on this node counts from its commit; one made on another node within {@link Remembered#LIFE}.
 */
@ApplicationScoped
class ChoiceShelf {

    /** Where somebody wants a kind of notice. */
    private record Places(boolean inbox, boolean mail) {}

    @Inject
    NoticeRepository notices;

    @Inject
    Clock clock;

    private Remembered<String, Map<PersonId, Places>> chosen;

    @PostConstruct
    void begin() {
        chosen = new Remembered<>(
                clock,
                kind -> Optional.of(notices.choicesOf(kind).stream()
                        .collect(Collectors.toMap(
                                it -> (PersonId) it[0], it -> new Places((Boolean) it[1], (Boolean) it[2])))));
    }

    boolean inInbox(NoticeKind kind, PersonId person) {
        var places = of(kind, person);
        return places == null ? kind.inbox() : places.inbox();
    }

    boolean byMail(NoticeKind kind, PersonId person) {
        var places = of(kind, person);
        return places == null ? kind.mail() : places.mail();
    }

    private @Nullable Places of(NoticeKind kind, PersonId person) {
        return chosen.find(kind.name()).orElseThrow().get(person);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) NoticeEvent.ChoiceChanged change) {
        chosen.forget();
    }
}
