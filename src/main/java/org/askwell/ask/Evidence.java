package org.askwell.ask;

import java.util.List;

/**
 * The sentences that may be shown as the answer, and what speaks for them.
 *
 * @param key the sentence that answers best
 * @param parts stretches of neighbouring sentences, the one with the key first
 * @param all every sentence that was looked at
 */
record Evidence(Candidate key, List<List<Candidate>> parts, List<Candidate> all) {

    /** How likely the answer stands in what is shown, if it stands in what was found at all. */
    double share() {
        return parts.stream().flatMap(List::stream).mapToDouble(it -> it.share).sum();
    }
}
