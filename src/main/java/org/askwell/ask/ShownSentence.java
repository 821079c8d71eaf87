package org.askwell.ask;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/**
 * A sentence that was shown as part of an answer, with the exact characters that prove it. Never changed.
 *
 * <p>A sentence that several places prove stands here once for each place, under the same position.
 */
@Entity
@Table(name = "shown_sentence")
public class ShownSentence {

    /**
     * @param position of the sentence in the answer, from 0
     * @param text as shown, without markup
     * @param key whether it is the sentence that answers; the others go along with it
     * @param article public id, such as {@code A-318}
     * @param start Unicode code points into the Markdown of that revision
     * @param quote what stands there, with its markup
     */
    public record Part(
            int position,
            String text,
            boolean key,
            Answer.Look look,
            String marker,
            String article,
            int revision,
            String title,
            String heading,
            int start,
            int end,
            String quote) {}

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "shown_sentence_seq")
    @SequenceGenerator(name = "shown_sentence_seq", sequenceName = "shown_sentence_seq", allocationSize = 50)
    private Long id;

    private QuestionId question;
    private int position;
    private String text;

    @Column(name = "key_sentence")
    private boolean key;

    @Enumerated(STRING)
    private Answer.Look look;

    private String marker;
    private String article;
    private int revision;
    private String title;
    private String heading;

    @Column(name = "start_at")
    private int start;

    @Column(name = "end_at")
    private int end;

    private String quote;

    protected ShownSentence() {} // JPA

    ShownSentence(QuestionId question, Part part) {
        this.question = question;
        this.position = part.position();
        this.text = part.text();
        this.key = part.key();
        this.look = part.look();
        this.marker = part.marker();
        this.article = part.article();
        this.revision = part.revision();
        this.title = part.title();
        this.heading = part.heading();
        this.start = part.start();
        this.end = part.end();
        this.quote = part.quote();
    }

    QuestionId question() {
        return question;
    }

    Part part() {
        return new Part(position, text, key, look, marker, article, revision, title, heading, start, end, quote);
    }
}
