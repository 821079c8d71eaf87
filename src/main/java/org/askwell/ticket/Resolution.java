package org.askwell.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.askwell.people.PersonId;

/** How a ticket was solved: by whom, when, in which words (Markdown). */
@Embeddable
public class Resolution {

    @Column(name = "resolved_by")
    private PersonId by;

    @Column(name = "resolved_at")
    private Instant at;

    @Column(name = "resolution")
    private String text;

    protected Resolution() {} // JPA

    Resolution(PersonId by, Instant at, String text) {
        this.by = by;
        this.at = at;
        this.text = text;
    }

    public PersonId by() {
        return by;
    }

    public Instant at() {
        return at;
    }

    public String text() {
        return text;
    }
}
