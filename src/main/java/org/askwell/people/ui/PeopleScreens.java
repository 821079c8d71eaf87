package org.askwell.people.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.askwell.common.ui.LiveScreens;
import org.askwell.people.PeopleEvent;
import org.askwell.people.PeopleImportId;

/** Tells the open pages, after the commit, how an import of people is getting on. */
@ApplicationScoped
class PeopleScreens {

    @Inject
    LiveScreens screens;

    static String topic(PeopleImportId id) {
        return "people-import:" + id;
    }

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) PeopleEvent event) {
        if (event instanceof PeopleEvent.ImportMoved moved) {
            screens.changed(topic(moved.job()));
        }
    }
}
