package org.askwell.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** One chapter of the quality bench: prints its tables and returns the same figures for the JSON file. */
public interface QualityPart {

    String name();

    /** @param eval the folder with the material, which is known to exist */
    Map<String, Object> measure(Path eval, PrintStream out) throws Exception;
}
