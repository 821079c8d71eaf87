package org.askwell.shell;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.askwell.common.Settings;
import org.askwell.people.PeopleService;
import org.askwell.shell.demo.DemoCompany;

/**
 * What happens between a migrated database and an open door: an empty demo portal moves the invented company in, on a
 * thread of its own, so that people see how far it is instead of nothing.
 */
@Singleton
@jakarta.ejb.Startup
@DependsOn("Database")
@TransactionManagement(TransactionManagementType.BEAN)
public class Startup {

    private static final Logger LOG = Logger.getLogger(Startup.class.getName());

    @Inject
    PeopleService people;

    @Inject
    DemoCompany demo;

    @Inject
    MovingIn movingIn;

    @Resource
    ManagedExecutorService executor;

    @PostConstruct
    void begin() {
        if (Settings.mode() == Settings.Mode.DEMO && people.isEmpty()) {
            movingIn.begin();
            executor.execute(this::moveIn);
        }
    }

    private void moveIn() {
        try {
            demo.moveIn(movingIn);
            movingIn.end();
            LOG.info("The demo company has moved in");
        } catch (RuntimeException failure) {
            LOG.log(Level.SEVERE, "The demo company could not move in", failure);
            movingIn.fail(Settings.oneSentence(failure));
        }
    }
}
