package org.askwell.knowledge;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.askwell.common.StoredFile;

/** A picture that came with the articles of a space; whoever may read the space may see it. */
@Entity
@Table(name = "article_file")
class ArticleFile {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "article_file_seq")
    @SequenceGenerator(name = "article_file_seq", sequenceName = "article_file_seq", allocationSize = 50)
    private Long id;

    @Column(updatable = false)
    private String space;

    @Column(updatable = false)
    private String path;

    private String stored;
    private String name;
    private String type;
    private long size;

    protected ArticleFile() {} // JPA

    ArticleFile(String space, String path, StoredFile file) {
        this.space = space;
        this.path = path;
        take(file);
    }

    /** Returns whether that made a difference. */
    final boolean take(StoredFile file) {
        boolean different = !file.hash().equals(stored);
        stored = file.hash();
        name = file.name();
        type = file.mediaType();
        size = file.size();
        return different;
    }

    String path() {
        return path;
    }

    StoredFile file() {
        return new StoredFile(name, type, size, stored);
    }
}
