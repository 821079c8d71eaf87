package org.askwell.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** That a ticket waits: since when, by whom, for what, and perhaps until when. */
@Embeddable
public class Hold {

    @Column(name = "hold_since")
    private Instant since;

    @Column(name = "hold_by")
    private PersonId by;

    @Column(name = "hold_reason")
    private String reason;

    @Column(name = "hold_until")
    private @Nullable Instant until;

    @Column(name = "hold_for_requester")
    private @Nullable Boolean forRequester;

    protected Hold() {} // JPA

    Hold(Instant since, PersonId by, String reason, @Nullable Instant until, boolean forRequester) {
        this.since = since;
        this.by = by;
        this.reason = reason;
        this.until = until;
        this.forRequester = forRequester;
    }

    public Instant since() {
        return since;
    }

    public PersonId by() {
        return by;
    }

    public String reason() {
        return reason;
    }

    /** It is the requester who has to move first, not the desk or somebody else. */
    public boolean isForRequester() {
        return Boolean.TRUE.equals(forRequester);
    }

    /** Null when nobody said. */
    public @Nullable Instant until() {
        return until;
    }
}
