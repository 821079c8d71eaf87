package org.askwell.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** One chapter of the quality bench: prints its tables and returns the same figures for the JSON file. */
public interface QualityPart {

    /**
     * A number that was promised. What was measured is compared as it is, not rounded.
     *
     * @param atMost whether less is better
     */
    record Gate(String what, double measured, double wanted, boolean atMost) {

        public boolean isReached() {
            return atMost ? measured <= wanted : measured >= wanted;
        }
    }

    /** Under this name the figures of a part hold its gates. */
    String GATES = "gates";

    String name();

    /** @param eval the folder with the material, which is known to exist */
    Map<String, Object> measure(Path eval, PrintStream out) throws Exception;
}
