package org.askwell.ask.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.askwell.ask.PinEvent;
import org.askwell.common.ui.LiveScreens;

/** Tells open pages, after the commit, that what a desk has pinned has changed. */
@ApplicationScoped
class PinScreens {

    @Inject
    LiveScreens screens;

    static String topic(String desk) {
        return "pins " + desk;
    }

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) PinEvent event) {
        screens.changed(topic(event.desk()));
    }
}
