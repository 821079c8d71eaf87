package org.askwell.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.askwell.common.Job;

/** Replays in the background; once more from the beginning when the process died in the middle. */
@ApplicationScoped
class ReplayJob implements Job {

    static final String NAME = "routing-replay";

    private static final Logger LOG = Logger.getLogger(ReplayJob.class.getName());

    @Inject
    ReplaySteps steps;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(String about) {
        var id = ReplayId.parse(about).orElseThrow();
        try {
            steps.begin(id).ifPresent(this::walk);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "Replay " + id + " failed", failure);
            steps.fail(id);
        }
    }

    private void walk(ReplaySteps.Run run) {
        boolean more = true;
        while (more) {
            more = steps.next(run);
        }
    }
}
