package org.askwell.learning;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.askwell.knowledge.ArticleId;
import org.askwell.people.PersonId;
import org.askwell.ticket.TicketNumber;

/** That what was found out in a ticket has become an article; a ticket is written down once. Never changed. */
@Entity
@Table(name = "written_down")
class WrittenDown {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "written_down_seq")
    @SequenceGenerator(name = "written_down_seq", sequenceName = "written_down_seq", allocationSize = 50)
    private Long id;

    private TicketNumber ticket;
    private ArticleId article;
    private PersonId author;
    private Instant at;

    protected WrittenDown() {} // JPA

    WrittenDown(TicketNumber ticket, ArticleId article, PersonId author, Instant at) {
        this.ticket = ticket;
        this.article = article;
        this.author = author;
        this.at = at;
    }

    ArticleId article() {
        return article;
    }

    TicketNumber ticket() {
        return ticket;
    }
}
