package org.askwell.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** What stands below all rooms: the database as JPA sees it, and the server's threads. */
@ApplicationScoped
public class Ground {

    @PersistenceContext
    EntityManager em;

    @Resource
    ManagedExecutorService executor;

    public EntityManager entities() {
        return em;
    }

    /** Everything that is written in it, or nothing. */
    @Transactional
    public void together(Runnable something) {
        something.run();
    }

    public ManagedExecutorService executor() {
        return executor;
    }
}
