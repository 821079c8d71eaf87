package org.askwell.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/** What the requester thought of the solution, and when; may be changed, the last word counts. */
@Embeddable
public class Satisfaction {

    private static final int LONGEST_REASON = 1_000;

    private boolean satisfied;

    @Column(name = "satisfaction_reason")
    private @Nullable String reason;

    @Column(name = "rated_at")
    private Instant at;

    protected Satisfaction() {} // JPA

    Satisfaction(boolean satisfied, @Nullable String reason, Instant at) {
        var why = reason == null || reason.isBlank() ? null : reason.strip();
        if (why != null && why.length() > LONGEST_REASON) {
            throw Refusal.invalid("ticket-satisfaction-reason", LONGEST_REASON);
        }
        this.satisfied = satisfied;
        this.reason = why;
        this.at = at;
    }

    public boolean isSatisfied() {
        return satisfied;
    }

    public @Nullable String reason() {
        return reason;
    }

    public Instant at() {
        return at;
    }
}
