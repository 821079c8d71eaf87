package org.askwell.ticket.saved;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;

/** Where saved views are kept. */
@ApplicationScoped
class SavedViewRepository {

    @PersistenceContext
    EntityManager em;

    void add(SavedView view) {
        em.persist(view);
    }

    void delete(SavedView view) {
        em.remove(view);
    }

    SavedView require(SavedViewId id) {
        var view = em.find(SavedView.class, id.number());
        if (view == null) {
            throw Refusal.notFound("view-unknown", id);
        }
        return view;
    }

    long countOf(PersonId owner) {
        return em.createQuery("select count(v) from SavedView v where v.owner = :owner", Long.class)
                .setParameter("owner", owner)
                .getSingleResult();
    }

    /** A person's own and those shared with these desks, oldest first. */
    List<SavedView> of(PersonId owner, Collection<String> desks) {
        var shared = desks.isEmpty() ? "" : " or v.desk in :desks";
        var query = em.createQuery(
                        "select v from SavedView v where v.owner = :owner" + shared + " order by v.id", SavedView.class)
                .setParameter("owner", owner);
        return desks.isEmpty()
                ? query.getResultList()
                : query.setParameter("desks", desks).getResultList();
    }
}
