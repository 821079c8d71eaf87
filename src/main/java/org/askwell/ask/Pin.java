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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.askwell.common.Refusal;
import org.askwell.knowledge.ArticleId;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A question that a desk answers with a passage of its own choice.
 *
 * <p>An owner of the desk words it in one or both languages and chooses the passage. When the article changes, the pin
 * goes along with the words of its passage; when they are gone, or the article is, it pauses by itself until they are
 * back or another passage was chosen. After its last day it is shown no more. Its owner may remove it.
 */
@Entity
class Pin {

    static final int LONGEST_QUESTION = 200;

    /** Why nobody sees a pin although it has not expired. */
    enum Pause {
        /** The article does not have these words any more. */
        PASSAGE_GONE,
        /** The article is not published. */
        WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "pin_seq")
    @SequenceGenerator(name = "pin_seq", sequenceName = "pin_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private long number;

    @Column(updatable = false)
    private String desk;

    private int place;

    /** Empty where it is not worded in that language. */
    @Column(name = "question_zh")
    private String questionZh = "";

    @Column(name = "question_en")
    private String questionEn = "";

    private ArticleId article;
    private int revision;

    @Column(name = "start_at")
    private int start;

    @Column(name = "end_at")
    private int end;

    private String quote;

    @Column(name = "shown_until")
    private @Nullable LocalDate until;

    @Column(name = "paused_at")
    private @Nullable Instant pausedAt;

    @Enumerated(STRING)
    @Column(name = "paused_why")
    private @Nullable Pause pausedWhy;

    @Column(name = "pinned_by", updatable = false)
    private PersonId by;

    @Column(name = "pinned_at", updatable = false)
    private Instant at;

    protected Pin() {} // JPA

    Pin(long number, String desk, int place, PinDraft draft, PinPassage passage, PersonId by, Instant at) {
        this.number = number;
        this.desk = desk;
        this.place = place;
        this.by = by;
        this.at = at;
        take(passage);
        word(draft);
    }

    /** Other words, another last day. */
    final PinEvent.Changed word(PinDraft draft) {
        questionZh = wording(draft.questionZh());
        questionEn = wording(draft.questionEn());
        if (questionZh.isEmpty() && questionEn.isEmpty()) {
            throw Refusal.invalid("pin-question-missing");
        }
        until = draft.until();
        return new PinEvent.Changed(id(), desk);
    }

    private static String wording(@Nullable String typed) {
        var text = Asked.cleaned(typed == null ? "" : typed);
        if (text.isEmpty()) {
            return "";
        }
        if (text.codePointCount(0, text.length()) > LONGEST_QUESTION
                || Wordings.folded(text).length() > Wordings.LONGEST_FOLDED) {
            throw Refusal.invalid("pin-question-too-long", LONGEST_QUESTION);
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw Refusal.invalid("question.empty");
        }
        return text;
    }

    /** Another passage was chosen, or the same one stands elsewhere now; a pause ends. */
    final PinEvent take(PinPassage passage) {
        article = passage.article();
        revision = passage.revision();
        start = passage.start();
        end = passage.end();
        quote = passage.quote();
        boolean paused = pausedAt != null;
        pausedAt = null;
        pausedWhy = null;
        return paused ? new PinEvent.Resumed(id(), desk) : new PinEvent.Changed(id(), desk);
    }

    /** Nobody sees it from now on. Empty when it has paused already for the same reason. */
    Optional<PinEvent> pause(Pause why, Instant now) {
        if (why == pausedWhy) {
            return Optional.empty();
        }
        boolean first = pausedAt == null;
        pausedAt = first ? now : pausedAt;
        pausedWhy = why;
        return Optional.of(first ? new PinEvent.Paused(id(), desk) : new PinEvent.Changed(id(), desk));
    }

    void standAt(int other) {
        if (place != other) {
            place = other;
        }
    }

    PinId id() {
        return PinId.numbered(number);
    }

    String desk() {
        return desk;
    }

    PinPassage passage() {
        return new PinPassage(article, revision, start, end, quote);
    }

    ArticleId article() {
        return article;
    }

    Optional<Pause> paused() {
        return Optional.ofNullable(pausedWhy);
    }

    boolean hasExpired(LocalDate today) {
        return until != null && until.isBefore(today);
    }

    @Nullable
    LocalDate until() {
        return until;
    }

    String questionZh() {
        return questionZh;
    }

    String questionEn() {
        return questionEn;
    }

    /** How it is asked in that language; empty when it is not. */
    String question(String language) {
        return language.equals("zh") ? questionZh : questionEn;
    }

    /** In any language, that one first. */
    String anyQuestion(String language) {
        var own = question(language);
        return own.isEmpty() ? questionZh + questionEn : own;
    }

    /** What may be typed to get it. */
    List<String> folded() {
        return Stream.of(questionZh, questionEn)
                .filter(it -> !it.isEmpty())
                .map(Wordings::folded)
                .distinct()
                .toList();
    }
}
