package org.askwell.knowledge;

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
import java.util.Locale;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Files that somebody handed in to become articles.
 *
 * <p>It waits for a job, is worked through file by file, and ends done, cancelled or failed. What was taken before it
 * ended stays.
 */
@Entity
@Table(name = "article_import")
class ArticleImport {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "article_import_seq")
    @SequenceGenerator(name = "article_import_seq", sequenceName = "article_import_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "public_id", nullable = false, unique = true, updatable = false)
    private ImportId publicId;

    private String space;
    private PersonId importer;

    @Column(name = "file_name")
    private String fileName;

    private boolean publish;

    @Enumerated(STRING)
    private ImportState state;

    private boolean cancelled;

    @Column(name = "reason_zh")
    private @Nullable String reasonZh;

    @Column(name = "reason_en")
    private @Nullable String reasonEn;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    protected ArticleImport() {} // JPA

    ArticleImport(ImportId publicId, String space, PersonId importer, String fileName, boolean publish, Instant at) {
        this.publicId = publicId;
        this.space = space;
        this.importer = importer;
        this.fileName = fileName;
        this.publish = publish;
        this.state = ImportState.WAITING;
        this.cancelled = false;
        this.createdAt = at;
    }

    void begin() {
        state = ImportState.RUNNING;
    }

    void cancel() {
        if (state.isSettled()) {
            throw Refusal.conflict("import-settled", publicId);
        }
        cancelled = true;
    }

    void finish(ImportState end, @Nullable Refusal reason, Instant at) {
        state = end;
        finishedAt = at;
        if (reason != null) {
            reasonZh = shortened(reason.sentence(Locale.CHINESE));
            reasonEn = shortened(reason.sentence(Locale.ENGLISH));
        }
    }

    static String shortened(String sentence) {
        return sentence.length() <= 500 ? sentence : sentence.substring(0, 499) + "…";
    }

    ImportId id() {
        return publicId;
    }

    String space() {
        return space;
    }

    PersonId importer() {
        return importer;
    }

    String fileName() {
        return fileName;
    }

    /** Whether readers see at once what is taken in. */
    boolean publishes() {
        return publish;
    }

    ImportState state() {
        return state;
    }

    boolean isCancelled() {
        return cancelled;
    }

    Optional<String> reason(Locale locale) {
        return Optional.ofNullable("zh".equals(locale.getLanguage()) ? reasonZh : reasonEn);
    }

    Instant createdAt() {
        return createdAt;
    }
}
