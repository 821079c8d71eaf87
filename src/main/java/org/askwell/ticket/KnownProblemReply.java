package org.askwell.ticket;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.askwell.people.PersonId;

/** What an agent said to everybody who has a known problem. Never changed. */
@Entity
@Table(name = "known_problem_reply")
class KnownProblemReply {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "known_problem_reply_seq")
    @SequenceGenerator(name = "known_problem_reply_seq", sequenceName = "known_problem_reply_seq", allocationSize = 50)
    private Long id;

    @Column(updatable = false)
    private TicketNumber ticket;

    @Column(updatable = false)
    private int position;

    @Column(name = "text_zh", updatable = false)
    private String textZh;

    @Column(name = "text_en", updatable = false)
    private String textEn;

    @Column(updatable = false)
    private PersonId author;

    @Column(updatable = false)
    private Instant at;

    protected KnownProblemReply() {} // JPA

    KnownProblemReply(TicketNumber ticket, int position, Words words, PersonId author, Instant at) {
        this.ticket = ticket;
        this.position = position;
        this.textZh = words.zh();
        this.textEn = words.en();
        this.author = author;
        this.at = at;
    }

    /** Both languages; one may be empty. */
    record Words(String zh, String en) {

        /** In that language if it is there, else in the other one. */
        String in(String language) {
            var own = language.equals("zh") ? zh : en;
            return own.isEmpty() ? zh + en : own;
        }
    }

    TicketNumber ticket() {
        return ticket;
    }

    int position() {
        return position;
    }

    Words words() {
        return new Words(textZh, textEn);
    }

    Instant at() {
        return at;
    }
}
