package org.askwell.routing.assignment;

import java.io.Serializable;
import org.askwell.common.Refusal;

/** @param after so many working minutes without a first answer */
public record LadderStep(int after, LadderAct act) implements Serializable {

    /** Some ten working weeks. */
    public static final int LONGEST = 24_000;

    public LadderStep {
        if (after < 1 || after > LONGEST) {
            throw Refusal.invalid("assignment-minutes", LONGEST);
        }
    }
}
