package org.askwell.learning;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.askwell.ai.Meaning;

/**
 * What the gaps of late mean, in memory, to find the one that a question belongs to.
 *
 * <p>Compared with all of them one by one: {@value #MOST} take some ten milliseconds. Used by one thread at a time.
 */
final class Meanings {

    /** Those that nobody asked for longest are forgotten first: who asks so then begins a new one. */
    static final int MOST = 20_000;

    private static final class Known {
        private final Meaning meaning;
        private String desk;

        private Known(Meaning meaning, String desk) {
            this.meaning = meaning;
            this.desk = desk;
        }

        /** What is asked at two desks belongs to two: one's curators do not read what the other's people ask. */
        private boolean isAt(String other) {
            return desk.equals(other) || desk.equals(Gap.NO_DESK) || other.equals(Gap.NO_DESK);
        }
    }

    private final Map<Long, Known> known = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
            return size() > MOST;
        }
    };
    private long newest;

    void learn(long gap, Meaning meaning, String desk) {
        known.put(gap, new Known(meaning, desk));
        newest = Math.max(newest, gap);
    }

    void forget(Collection<Long> gaps) {
        known.keySet().removeAll(gaps);
    }

    /** The highest number among those it has learnt. */
    long newest() {
        return newest;
    }

    /** The gap that means the same, the likest if there are several. */
    Optional<Long> same(Meaning meaning, String desk) {
        Long best = null;
        double most = 0;
        for (var entry : known.entrySet()) {
            var candidate = entry.getValue();
            double sameness = candidate.isAt(desk) ? candidate.meaning.sameness(meaning) : 0;
            boolean older = best != null && sameness == most && entry.getKey() < best;
            if (sameness >= 1 && (sameness > most || older)) {
                best = entry.getKey();
                most = sameness;
            }
        }
        if (best != null) {
            var joined = known.get(best);
            if (joined != null && joined.desk.equals(Gap.NO_DESK)) {
                joined.desk = desk;
            }
        }
        return Optional.ofNullable(best);
    }
}
