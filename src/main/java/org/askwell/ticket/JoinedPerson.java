package org.askwell.ticket;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.askwell.people.PersonId;

/** Somebody who has a known problem, too. Written by the repository in one statement, so that two at once count once. */
@Entity
@Table(name = "joined_person")
class JoinedPerson {

    @Id
    private Long id;

    private TicketNumber ticket;
    private PersonId person;

    @Column(name = "joined_at")
    private Instant at;

    protected JoinedPerson() {} // JPA

    TicketNumber ticket() {
        return ticket;
    }

    PersonId person() {
        return person;
    }

    Instant at() {
        return at;
    }
}
