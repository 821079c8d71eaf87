package org.askwell.learning;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.askwell.ask.AskedQuestion;
import org.askwell.ask.QuestionId;
import org.askwell.ask.Shortcoming;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * That one person asked one thing in vain.
 *
 * <p>It is written in the very transaction in which that happened, and sorted into a {@link Gap} a moment later; then its
 * text loses what would give its asker away. It goes when the asker takes it back by saying that the answer helped after
 * all, and is told once when an article answers it. Who asked leaves this room towards nobody but the asker.
 */
@Entity
@Table(name = "asked_in_vain")
class AskedInVain {

    /** What has still to be done with it. */
    enum Todo {
        SORT,
        TAKE_BACK,
        NOTHING
    }

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "asked_in_vain_seq")
    @SequenceGenerator(name = "asked_in_vain_seq", sequenceName = "asked_in_vain_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private @Nullable QuestionId question;

    @Column(updatable = false)
    private PersonId asker;

    /** Where the asker worked when it was sorted; empty for none. */
    private String department;

    @Enumerated(STRING)
    private InVain kind;

    private String text;

    @Column(updatable = false)
    private String language;

    @Column(updatable = false)
    private String desk;

    @Enumerated(STRING)
    private @Nullable Shortcoming shortcoming;

    private @Nullable String reason;

    @Column(updatable = false)
    private Instant at;

    @Enumerated(STRING)
    private Todo todo;

    private @Nullable Long gap;

    @Column(name = "told_at")
    private @Nullable Instant toldAt;

    protected AskedInVain() {} // JPA

    private AskedInVain(PersonId asker, InVain kind, String text, String language, String desk, Instant at) {
        this.asker = asker;
        this.department = "";
        this.kind = kind;
        this.text = text;
        this.language = language;
        this.desk = desk;
        this.at = at;
        this.todo = Todo.SORT;
    }

    static AskedInVain question(AskedQuestion asked, InVain kind, Instant at) {
        var desk = asked.desk();
        var row = new AskedInVain(
                asked.asker(), kind, asked.text(), asked.language(), desk == null ? Gap.NO_DESK : desk, at);
        row.question = asked.name();
        return row;
    }

    static AskedInVain search(PersonId asker, String text, String language, String desk, Instant at) {
        return new AskedInVain(asker, InVain.UNFOUND, text, language, desk, at);
    }

    /** The asker says what was wrong with the answer. */
    void explain(@Nullable Shortcoming wrongWithIt, @Nullable String inOwnWords) {
        shortcoming = wrongWithIt;
        reason = inOwnWords;
        if (kind == InVain.UNHELPFUL && todo == Todo.TAKE_BACK) {
            todo = Todo.SORT;
        } else if (todo == Todo.NOTHING && inOwnWords != null) {
            todo = Todo.SORT;
        }
    }

    /** The answer helped after all. What nothing answered stays: there is nothing that could have helped. */
    void takeBack() {
        if (kind == InVain.UNHELPFUL) {
            todo = Todo.TAKE_BACK;
        }
    }

    /** Belongs to a gap from now on, in words that do not give its asker away. */
    void belongTo(long gapNumber, String discreetText, @Nullable String discreetReason, String askersDepartment) {
        gap = gapNumber;
        department = askersDepartment;
        text = discreetText;
        reason = discreetReason;
        todo = Todo.NOTHING;
    }

    void tell(Instant now) {
        toldAt = now;
    }

    boolean wasTold() {
        return toldAt != null;
    }

    long id() {
        return id;
    }

    @Nullable
    QuestionId question() {
        return question;
    }

    PersonId asker() {
        return asker;
    }

    InVain kind() {
        return kind;
    }

    String text() {
        return text;
    }

    String language() {
        return language;
    }

    String desk() {
        return desk;
    }

    @Nullable
    String reason() {
        return reason;
    }

    Todo todo() {
        return todo;
    }

    @Nullable
    Long gap() {
        return gap;
    }
}
