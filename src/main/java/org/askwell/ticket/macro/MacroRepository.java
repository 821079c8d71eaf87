package org.askwell.ticket.macro;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.askwell.common.Refusal;

/** Where macros are kept. */
@ApplicationScoped
class MacroRepository {

    @PersistenceContext
    EntityManager em;

    void add(Macro macro) {
        em.persist(macro);
    }

    void delete(Macro macro) {
        em.remove(macro);
    }

    Macro require(MacroId id) {
        var macro = em.find(Macro.class, id.number());
        if (macro == null) {
            throw Refusal.notFound("macro-unknown", id);
        }
        return macro;
    }

    List<Macro> of(String desk) {
        return em.createQuery("select m from Macro m where m.desk = :desk order by m.id", Macro.class)
                .setParameter("desk", desk)
                .getResultList();
    }
}
