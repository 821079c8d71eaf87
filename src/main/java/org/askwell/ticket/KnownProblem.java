package org.askwell.ticket;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What an agent says of a ticket that many have, in words of the agent's own: nothing of what the requester wrote is in it.
 *
 * <p>From the moment it is marked until its time is over, whoever has the same may join instead of filing. Unmarking ends
 * that; marking it again goes on with those who have joined before, who are told how the ticket ends in any case.
 */
@Entity
@Table(name = "known_problem")
class KnownProblem {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "known_problem_seq")
    @SequenceGenerator(name = "known_problem_seq", sequenceName = "known_problem_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private TicketNumber ticket;

    @Column(name = "title_zh")
    private String titleZh;

    @Column(name = "title_en")
    private String titleEn;

    @Column(name = "text_zh")
    private String textZh;

    @Column(name = "text_en")
    private String textEn;

    @Column(name = "shown_until")
    private Instant until;

    @Column(name = "marked_by")
    private PersonId by;

    @Column(name = "marked_at", updatable = false)
    private Instant at;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    private int replies;

    protected KnownProblem() {} // JPA

    KnownProblem(TicketNumber ticket, KnownProblemText words, PersonId by, Instant at) {
        this.ticket = ticket;
        this.at = at;
        mark(words, by, at);
    }

    /** Says it, or says it in other words. */
    final KnownProblemEvent.Marked mark(KnownProblemText words, PersonId agent, Instant now) {
        var checked = words.checked(now);
        titleZh = checked.titleZh();
        titleEn = checked.titleEn();
        textZh = checked.textZh();
        textEn = checked.textEn();
        until = checked.until();
        by = agent;
        endedAt = null;
        return new KnownProblemEvent.Marked(ticket);
    }

    KnownProblemEvent.Unmarked unmark(Instant now) {
        endedAt = now;
        return new KnownProblemEvent.Unmarked(ticket);
    }

    /** @return the position of what is said to everybody, from 1 */
    int say() {
        return ++replies;
    }

    TicketNumber ticket() {
        return ticket;
    }

    boolean isMarked() {
        return endedAt == null;
    }

    String title(String language) {
        return language.equals("zh") ? titleZh : titleEn;
    }
}
