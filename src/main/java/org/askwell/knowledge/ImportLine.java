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
import java.util.Locale;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file of an import. All lines are written before the first file is worked on, with the numbers of
 * the articles to be, so that links can be set at once and a restart goes on where the work stopped.
 */
@Entity
@Table(name = "import_line")
class ImportLine {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "import_line_seq")
    @SequenceGenerator(name = "import_line_seq", sequenceName = "import_line_seq", allocationSize = 50)
    private Long id;

    @Column(name = "import_id", updatable = false)
    private ImportId importId;

    @Column(updatable = false)
    private String path;

    @Enumerated(STRING)
    private ImportOutcome outcome;

    private @Nullable ArticleId article;

    @Column(name = "reason_zh")
    private @Nullable String reasonZh;

    @Column(name = "reason_en")
    private @Nullable String reasonEn;

    protected ImportLine() {} // JPA

    ImportLine(ImportId importId, String path, @Nullable ArticleId article) {
        this.importId = importId;
        this.path = path;
        this.outcome = ImportOutcome.WAITING;
        this.article = article;
    }

    void settle(ImportOutcome end) {
        outcome = end;
    }

    void refuse(Refusal reason) {
        outcome = ImportOutcome.REFUSED;
        reasonZh = ArticleImport.shortened(reason.sentence(Locale.CHINESE));
        reasonEn = ArticleImport.shortened(reason.sentence(Locale.ENGLISH));
    }

    String path() {
        return path;
    }

    @Nullable
    ArticleId article() {
        return article;
    }
}
