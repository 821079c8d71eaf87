package org.askwell.knowledge;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is written in an {@link ArticleAttachment}, as Markdown that shows nothing but the words. */
@Entity
@Table(name = "article_attachment_words")
class AttachmentWords {

    @Id
    private Long id;

    private String words;

    protected AttachmentWords() {} // JPA

    AttachmentWords(Long attachment, String words) {
        this.id = attachment;
        this.words = words;
    }

    String words() {
        return words;
    }
}
