package org.askwell.learning;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The questions of one gap, counted. */
record Tally(Map<InVain, Integer> kinds, List<Department> departments, Instant first, Instant last) {

    /** Fewer colleagues than these would let one guess who asked. */
    private static final int CROWD = 5;

    /**
     * @param slug empty for people without one
     * @param askers different people of it who asked
     * @param size how many people work there now
     */
    record Department(String slug, int askers, long size) {

        /** Whether to name it leaves open who it was: more than one of it asked, or it is large enough. */
        boolean hides() {
            return !slug.isEmpty() && (askers > 1 || size >= CROWD);
        }
    }

    int of(InVain kind) {
        return kinds.getOrDefault(kind, 0);
    }

    int questions() {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    int people() {
        return departments.stream().mapToInt(Department::askers).sum();
    }

    /** Those that may be named, where the most people asked first. */
    List<String> shownDepartments() {
        return departments.stream()
                .filter(Department::hides)
                .sorted(java.util.Comparator.comparing(Department::askers)
                        .reversed()
                        .thenComparing(Department::slug))
                .map(Department::slug)
                .toList();
    }
}
