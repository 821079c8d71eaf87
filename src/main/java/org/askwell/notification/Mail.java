package org.askwell.notification;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person, from being asked for to being taken by the mail server: a line of the delivery ledger.
 *
 * <p>It is born in the transaction of what it tells. Before its text leaves it is marked as being sent, and afterwards
 * as sent; when the portal dies in between, nobody can know, and it is doubtful until an administrator decides. It holds
 * no text: that is made when it leaves, under the rights of that moment.
 */
@Entity
class Mail {

    private static final int LONGEST_PROBLEM = 300;
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    /** So long a mail server is asked again that says "later". */
    private static final Duration PATIENCE = Duration.ofDays(3);

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "mail_seq")
    @SequenceGenerator(name = "mail_seq", sequenceName = "mail_seq", allocationSize = 1000)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private long notice;

    @Column(updatable = false)
    private PersonId person;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private String about;

    private @Nullable String address;

    @Enumerated(STRING)
    private MailState state;

    private int attempts;

    @Column(name = "asked_at", updatable = false)
    private Instant askedAt;

    @Column(name = "next_try")
    private @Nullable Instant nextTry;

    @Column(name = "tried_at")
    private @Nullable Instant triedAt;

    private @Nullable String problem;

    protected Mail() {} // JPA

    Mail(NoticeRow notice, PersonId person, Instant at) {
        this.notice = notice.id().number();
        this.person = person;
        this.kind = notice.kind();
        this.about = notice.about();
        this.state = MailState.QUEUED;
        this.askedAt = at;
        this.nextTry = at;
    }

    /** From here on nobody can know without the mail server's word. */
    void leave(String to, Instant at) {
        address = to;
        state = MailState.SENDING;
        attempts++;
        triedAt = at;
        nextTry = null;
        problem = null;
    }

    void arrived() {
        state = MailState.SENT;
    }

    /** The mail server did not take it, and says that it never will. */
    void failed(String why, Instant at) {
        state = MailState.FAILED;
        problem = shortened(why);
        triedAt = at;
        nextTry = null;
    }

    /** The mail server did not take it this time: it is tried again with growing pauses, for three days. */
    void later(String why, Instant at) {
        attempts++;
        if (askedAt.plus(PATIENCE).isBefore(at)) {
            failed(why, at);
            return;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, 10));
        state = MailState.QUEUED;
        problem = shortened(why);
        triedAt = at;
        nextTry = at.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    /** Nobody knows whether the mail server has it. */
    void doubtful(String why) {
        state = MailState.DOUBTFUL;
        problem = shortened(why);
    }

    void drop(String why) {
        state = MailState.DROPPED;
        problem = why;
        nextTry = null;
    }

    /** Sends it once more, at the risk that it comes twice. */
    void again(Instant at) {
        if (!state.mayBeRepeated()) {
            throw Refusal.conflict("mail-not-repeatable", number());
        }
        state = MailState.QUEUED;
        nextTry = at;
    }

    boolean isDue(Instant now) {
        return state == MailState.QUEUED && nextTry != null && !nextTry.isAfter(now);
    }

    MailId number() {
        return MailId.numbered(id);
    }

    long notice() {
        return notice;
    }

    PersonId person() {
        return person;
    }

    MailState state() {
        return state;
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_PROBLEM ? line : line.substring(0, LONGEST_PROBLEM - 1) + "…";
    }
}
