package org.askwell.notification;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.askwell.people.PersonId;

/** Where one person wants one kind of notice; there is none as long as the person has not chosen. */
@Entity
@Table(name = "notice_choice")
class NoticeChoice {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "notice_choice_seq")
    @SequenceGenerator(name = "notice_choice_seq", sequenceName = "notice_choice_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private PersonId person;

    @Column(updatable = false)
    private String kind;

    private boolean inbox;
    private boolean mail;

    protected NoticeChoice() {} // JPA

    NoticeChoice(PersonId person, String kind) {
        this.person = person;
        this.kind = kind;
    }

    void take(boolean wantsInbox, boolean wantsMail) {
        inbox = wantsInbox;
        mail = wantsMail;
    }

    PersonId person() {
        return person;
    }

    String kind() {
        return kind;
    }

    boolean inbox() {
        return inbox;
    }

    boolean mail() {
        return mail;
    }
}
