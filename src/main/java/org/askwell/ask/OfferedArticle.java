package org.askwell.ask;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** An article that was offered beside an answer, or instead of one. Never changed. */
@Entity
@Table(name = "offered_article")
public class OfferedArticle {

    public record Part(String article, String space, String language, String title, String heading) {}

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "offered_article_seq")
    @SequenceGenerator(name = "offered_article_seq", sequenceName = "offered_article_seq", allocationSize = 50)
    private Long id;

    private QuestionId question;
    private int position;
    private String article;
    private String space;
    private String language;
    private String title;
    private String heading;

    protected OfferedArticle() {} // JPA

    OfferedArticle(QuestionId question, int position, Part part) {
        this.question = question;
        this.position = position;
        this.article = part.article();
        this.space = part.space();
        this.language = part.language();
        this.title = part.title();
        this.heading = part.heading();
    }

    QuestionId question() {
        return question;
    }

    Part part() {
        return new Part(article, space, language, title, heading);
    }
}
