package org.askwell.ask;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A sentence that was shown as part of an answer, with the exact characters that prove it. Never changed. */
@Entity
@Table(name = "shown_sentence")
public class ShownSentence {

    /**
     * @param text as shown, without markup
     * @param key whether it is the sentence that answers; the others go along with it
     * @param article public id, such as {@code A-318}
     * @param start Unicode code points into the Markdown of that revision
     * @param quote what stands there, with its markup
     */
    public record Part(
            String text,
            boolean key,
            String article,
            int revision,
            String space,
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

    private String article;
    private int revision;
    private String space;
    private String title;
    private String heading;

    @Column(name = "start_at")
    private int start;

    @Column(name = "end_at")
    private int end;

    private String quote;

    protected ShownSentence() {} // JPA

    ShownSentence(QuestionId question, int position, Part part) {
        this.question = question;
        this.position = position;
        this.text = part.text();
        this.key = part.key();
        this.article = part.article();
        this.revision = part.revision();
        this.space = part.space();
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
        return new Part(text, key, article, revision, space, title, heading, start, end, quote);
    }
}
