package org.askwell.shell.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.askwell.common.db.Backups;
import org.askwell.common.ui.LiveScreens;

/** Tells open system pages how a backup is getting on. */
@ApplicationScoped
class SystemScreens {

    static final String TOPIC = "system";

    @Inject
    LiveScreens screens;

    void tell(@Observes Backups.Moved moved) {
        screens.changed(TOPIC);
    }
}
