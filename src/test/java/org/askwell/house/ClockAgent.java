package org.askwell.house;

import java.lang.instrument.Instrumentation;
import java.time.Duration;

/** Runs inside a server that a test has attached to, and winds its clock; its only argument is a duration such as {@code PT30H}. */
public final class ClockAgent {

    private ClockAgent() {}

    public static void agentmain(String forward, Instrumentation server) throws ReflectiveOperationException {
        boolean wound = false;
        for (Class<?> type : server.getAllLoadedClasses()) {
            if (type.getName().equals("org.askwell.common.Time")) {
                type.getMethod("wind", Duration.class).invoke(null, Duration.parse(forward));
                wound = true;
            }
        }
        if (!wound) {
            throw new IllegalStateException("There is no clock in this process");
        }
    }
}
