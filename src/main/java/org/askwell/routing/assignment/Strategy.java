package org.askwell.routing.assignment;

import java.util.Comparator;

/** To whom of those who could take it a ticket goes. Each one knows its own order; the first is chosen. */
public enum Strategy {
    /** To nobody: whoever wants to takes it. */
    TAKE,
    /** To whoever was given one longest ago. */
    ROUND_ROBIN,
    /** To whoever has the fewest open tickets; among equals as above. */
    LEAST_LOADED;

    private static final Comparator<Candidate> LONGEST_AGO =
            Comparator.comparingLong(Candidate::turn).thenComparing(Candidate::person);

    boolean choosesSomebody() {
        return this != TAKE;
    }

    Comparator<Candidate> order() {
        return this == LEAST_LOADED ? Comparator.comparingInt(Candidate::load).thenComparing(LONGEST_AGO) : LONGEST_AGO;
    }
}
