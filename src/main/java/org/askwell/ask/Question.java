package org.askwell.ask;

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
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked in their own words, and what came of it.
 *
 * <p>A question is born together with its outcome. Its asker may say whether the answer helped, and may hand it over to
 * a person once: then it bears the number of that ticket. It is never changed otherwise, and never deleted.
 */
@Entity
public class Question {

    /** Where an answer comes from that the portal found later, without being asked once more. */
    static final String AGAIN = "again";

    /** Where an answer comes from that a desk has chosen for these very words. */
    static final String PINNED = "pinned";

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "question_seq")
    @SequenceGenerator(name = "question_seq", sequenceName = "question_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false, unique = true, updatable = false)
    private QuestionId name;

    private QuestionId conversation;
    private PersonId asker;
    private String text;
    private String language;
    private @Nullable String desk;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Enumerated(STRING)
    private Answer.Outcome outcome;

    @Enumerated(STRING)
    private Answer.Why why;

    private double confidence;
    private String origin;
    private @Nullable Boolean helpful;

    @Enumerated(STRING)
    private @Nullable Shortcoming shortcoming;

    @Column(name = "feedback_reason")
    private @Nullable String feedbackReason;

    @Column(name = "feedback_at")
    private @Nullable Instant feedbackAt;

    private @Nullable String ticket;

    protected Question() {} // JPA

    Question(QuestionId name, QuestionId conversation, PersonId asker, String desk, Verdict verdict, Instant at) {
        this.name = name;
        this.conversation = conversation;
        this.asker = asker;
        this.text = verdict.text();
        this.language = verdict.language();
        this.desk = desk.isEmpty() ? null : desk;
        this.askedAt = at;
        this.outcome = verdict.outcome();
        this.why = verdict.why();
        this.confidence = verdict.confidence();
        this.origin = verdict.origin();
    }

    /** Whether the answer helped, as its asker says; saying it again replaces what was said. */
    AskEvent.Rated rate(boolean itHelped, @Nullable Shortcoming wrongWithIt, @Nullable String reason, Instant at) {
        helpful = itHelped;
        shortcoming = itHelped ? null : wrongWithIt;
        feedbackReason = reason;
        feedbackAt = at;
        return new AskEvent.Rated(asked(), itHelped, shortcoming, reason);
    }

    AskedQuestion asked() {
        return new AskedQuestion(name, asker, text, language, desk, outcome, why, askedAt);
    }

    /** From now on a person answers it; once only. */
    AskEvent.HandedOver handOver(String number) {
        if (ticket != null) {
            throw Refusal.conflict("already-handed-over", ticket);
        }
        ticket = number;
        return new AskEvent.HandedOver(name, number);
    }

    boolean wasAskedBy(PersonId person) {
        return asker.equals(person);
    }

    public QuestionId name() {
        return name;
    }

    public QuestionId conversation() {
        return conversation;
    }

    public PersonId asker() {
        return asker;
    }

    public String text() {
        return text;
    }

    public String language() {
        return language;
    }

    public Optional<String> desk() {
        return Optional.ofNullable(desk);
    }

    public Instant askedAt() {
        return askedAt;
    }

    public Answer.Outcome outcome() {
        return outcome;
    }

    /** Why it came to that outcome. */
    public Answer.Why why() {
        return why;
    }

    public double confidence() {
        return confidence;
    }

    public Optional<Boolean> helpful() {
        return Optional.ofNullable(helpful);
    }

    public Optional<String> feedbackReason() {
        return Optional.ofNullable(feedbackReason);
    }

    /** The number of the ticket that a person answers it in. */
    public Optional<String> ticket() {
        return Optional.ofNullable(ticket);
    }
}
