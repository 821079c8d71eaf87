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
import java.time.Instant;
import org.askwell.people.PersonId;

/**
 * That one person is told of one thing.
 *
 * <p>It holds no words: what it says is told anew for whoever reads it, under the rights of that moment. It stands out
 * until it was read or, where it asks for something, until that was done; then it stays as a line of the inbox. One that
 * the person wants by mail only never stands out and never shows there.
 */
@Entity
class Notice {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "notice_seq")
    @SequenceGenerator(name = "notice_seq", sequenceName = "notice_seq", allocationSize = 1000)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private PersonId person;

    @Column(updatable = false)
    private String kind;

    @Column(updatable = false)
    private String about;

    @Column(updatable = false)
    private int detail;

    @Column(name = "told_by", updatable = false)
    private PersonId by;

    @Column(updatable = false)
    private Instant at;

    @Enumerated(STRING)
    private NoticeState state;

    @Column(name = "in_inbox", updatable = false)
    private boolean inInbox;

    protected Notice() {} // JPA

    Notice(PersonId person, NoticeKind kind, News news, boolean inInbox, Instant at) {
        this.person = person;
        this.kind = kind.name();
        this.about = news.about();
        this.detail = news.detail();
        this.by = news.by();
        this.at = at;
        this.inInbox = inInbox;
        this.state = inInbox ? NoticeState.of(kind.weight()) : NoticeState.SETTLED;
    }

    /** Has been read: ends what stands out only because it was not. */
    boolean read() {
        if (state.endsByReading()) {
            state = NoticeState.SETTLED;
            return true;
        }
        return false;
    }

    /** What it asks for has been done. */
    void settle() {
        state = NoticeState.SETTLED;
    }

    boolean belongsTo(PersonId somebody) {
        return person.equals(somebody);
    }

    PersonId person() {
        return person;
    }

    NoticeRow row() {
        return new NoticeRow(NoticeId.numbered(id), kind, about, detail, by, at, state);
    }
}
