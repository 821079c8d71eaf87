package org.askwell.notification.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.askwell.common.ui.LiveScreens;
import org.askwell.notification.NoticeEvent;
import org.askwell.people.PersonId;

/** Tells open pages that somebody's inbox shows something else, once it has really changed. */
@ApplicationScoped
public class InboxScreens {

    @Inject
    LiveScreens screens;

    /** What changes whenever that person's inbox does. */
    public static String topic(PersonId person) {
        return "inbox/" + person;
    }

    void tell(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticeEvent event) {
        event.people().forEach(person -> screens.changed(topic(person)));
    }
}
