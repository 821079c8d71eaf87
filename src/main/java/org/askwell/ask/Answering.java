package org.askwell.ask;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Decides what is said to a question, from the passages that were found for it. */
@ApplicationScoped
public class Answering {

    public Answer answer(Asked asked, List<Found> found) {
        return new Answer(
                Answer.Outcome.NOT_FOUND,
                Answer.Why.NOTHING_NEAR,
                asked.language(),
                0,
                List.of(),
                List.of(),
                null,
                true);
    }
}
