package org.askwell.learning.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.askwell.common.ui.LiveScreens;
import org.askwell.learning.GapEvent;

/** Tells open pages, after the commit, that gaps have changed. */
@ApplicationScoped
class GapScreens {

    static final String TOPIC = "gaps";

    @Inject
    LiveScreens screens;

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) GapEvent event) {
        screens.changed(TOPIC);
    }
}
