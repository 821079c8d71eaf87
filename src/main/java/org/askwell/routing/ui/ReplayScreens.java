package org.askwell.routing.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import org.askwell.common.ui.LiveScreens;
import org.askwell.routing.ReplayId;
import org.askwell.routing.RoutingEvent;

/** Tells the open pages how replays are getting on. */
@ApplicationScoped
class ReplayScreens {

    @Inject
    LiveScreens screens;

    void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) RoutingEvent.ReplayMoved it) {
        screens.changed(topic(it.id()));
    }

    static String topic(ReplayId id) {
        return "replay:" + id;
    }
}
