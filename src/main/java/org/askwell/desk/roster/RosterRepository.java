package org.askwell.desk.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.askwell.people.PersonId;

/** Where rosters are kept. Reads do not write down a ticket that is just being opened. */
@ApplicationScoped
class RosterRepository {

    @PersistenceContext
    EntityManager em;

    void add(RosterEntry entry) {
        em.persist(entry);
    }

    List<RosterEntry> of(String desk) {
        return em.createQuery("select r from RosterEntry r where r.desk = :desk order by r.person", RosterEntry.class)
                .setParameter("desk", desk)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    Optional<RosterEntry> of(String desk, PersonId person) {
        return em
                .createQuery(
                        "select r from RosterEntry r where r.desk = :desk and r.person = :person", RosterEntry.class)
                .setParameter("desk", desk)
                .setParameter("person", person)
                .getResultList()
                .stream()
                .findFirst();
    }
}
