package org.askwell.sla;

import java.time.Instant;
import java.util.Optional;

/** The moment by which something was promised, or {@link #NEVER} where no working minute will ever complete it. */
public record Due(Instant at) implements Comparable<Due> {

    public static final Due NEVER = new Due(Instant.MAX);

    public boolean isNever() {
        return at.equals(Instant.MAX);
    }

    /** Empty for {@link #NEVER}. */
    public Optional<Instant> moment() {
        return isNever() ? Optional.empty() : Optional.of(at);
    }

    @Override
    public int compareTo(Due other) {
        return at.compareTo(other.at);
    }
}
