package org.askwell.people;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.askwell.common.db.StringsConverter;
import org.jspecify.annotations.Nullable;

/**
 * A table of people that an administrator handed in.
 *
 * <p>It is first tried: a job compares it with who is here and writes down what each line would do. That can be asked
 * for again with other options. Then it is either cancelled or carried out, line by line, and ends done, cancelled or
 * failed; what was done before it ended stays.
 */
@Entity
@Table(name = "people_import")
class PeopleImport {

    private static final int LONGEST_LIST = 3800;

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "people_import_seq")
    @SequenceGenerator(name = "people_import_seq", sequenceName = "people_import_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "public_id", nullable = false, unique = true, updatable = false)
    private PeopleImportId publicId;

    private PersonId importer;

    @Column(name = "file_name")
    private String fileName;

    @Enumerated(STRING)
    private PeopleImportState state;

    /** Whether the lines say what is to be done in the present state, so that a restart need not compare again. */
    private boolean planned;

    private boolean cancelled;

    @Column(name = "make_departments")
    private boolean makeDepartments;

    @Column(name = "close_missing")
    private boolean closeMissing;

    @Column(name = "unknown_columns")
    @Convert(converter = StringsConverter.class)
    private List<String> unknownColumns;

    @Column(name = "unknown_departments")
    @Convert(converter = StringsConverter.class)
    private List<String> unknownDepartments;

    @Column(name = "reason_zh")
    private @Nullable String reasonZh;

    @Column(name = "reason_en")
    private @Nullable String reasonEn;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "finished_at")
    private @Nullable Instant finishedAt;

    protected PeopleImport() {} // JPA

    PeopleImport(PeopleImportId publicId, PersonId importer, String fileName, Instant at) {
        this.publicId = publicId;
        this.importer = importer;
        this.fileName = fileName;
        this.state = PeopleImportState.DRY_RUN;
        this.planned = false;
        this.cancelled = false;
        this.makeDepartments = false;
        this.closeMissing = false;
        this.unknownColumns = List.of();
        this.unknownDepartments = List.of();
        this.createdAt = at;
    }

    /** Asks what the table would do under other options. */
    PeopleEvent.ImportMoved tryAgain(boolean newMakeDepartments, boolean newCloseMissing) {
        requireReady();
        makeDepartments = newMakeDepartments;
        closeMissing = newCloseMissing;
        state = PeopleImportState.DRY_RUN;
        planned = false;
        return moved();
    }

    /** Asks for the table to be carried out; it is compared once more with who is here then. */
    PeopleEvent.ImportMoved apply(PersonId by, boolean newMakeDepartments, boolean newCloseMissing) {
        tryAgain(newMakeDepartments, newCloseMissing);
        importer = by;
        state = PeopleImportState.RUNNING;
        return moved();
    }

    /** The lines are written. */
    PeopleEvent.ImportMoved plan(Collection<String> newUnknownColumns, Collection<String> newUnknownDepartments) {
        unknownColumns = fitting(newUnknownColumns);
        unknownDepartments = fitting(newUnknownDepartments);
        planned = true;
        if (state == PeopleImportState.DRY_RUN) {
            state = PeopleImportState.READY;
        }
        return moved();
    }

    /** A dry run ends at once, work after what is being done at the moment. */
    PeopleEvent.ImportMoved cancel(Instant at) {
        if (state.isSettled()) {
            throw Refusal.conflict("people-import-settled", publicId);
        }
        cancelled = true;
        if (state != PeopleImportState.RUNNING) {
            state = PeopleImportState.CANCELLED;
            finishedAt = at;
        }
        return moved();
    }

    PeopleEvent.ImportMoved finish(PeopleImportState end, @Nullable Refusal reason, Instant at) {
        state = end;
        finishedAt = at;
        if (reason != null) {
            reasonZh = shortened(reason.sentence(Locale.CHINESE));
            reasonEn = shortened(reason.sentence(Locale.ENGLISH));
        }
        return moved();
    }

    PeopleEvent.ImportMoved moved() {
        return new PeopleEvent.ImportMoved(publicId);
    }

    static String shortened(String sentence) {
        return sentence.length() <= 500 ? sentence : sentence.substring(0, 499) + "…";
    }

    private void requireReady() {
        if (state != PeopleImportState.READY) {
            throw Refusal.conflict("people-import-not-ready", publicId);
        }
    }

    /** As many as there is room for; they are named so that somebody can look, not counted. */
    private static List<String> fitting(Collection<String> names) {
        var kept = new ArrayList<String>();
        int length = 0;
        for (var name : names) {
            length += name.length() + 1;
            if (length > LONGEST_LIST) {
                break;
            }
            kept.add(name.replace('\n', ' '));
        }
        return kept;
    }

    PeopleImportId id() {
        return publicId;
    }

    PersonId importer() {
        return importer;
    }

    String fileName() {
        return fileName;
    }

    PeopleImportState state() {
        return state;
    }

    boolean isPlanned() {
        return planned;
    }

    boolean isCancelled() {
        return cancelled;
    }

    PeoplePlan.Options options() {
        return new PeoplePlan.Options(makeDepartments, closeMissing, importer);
    }

    List<String> unknownColumns() {
        return unknownColumns;
    }

    List<String> unknownDepartments() {
        return unknownDepartments;
    }

    Optional<String> reason(Locale locale) {
        return Optional.ofNullable("zh".equals(locale.getLanguage()) ? reasonZh : reasonEn);
    }

    Instant createdAt() {
        return createdAt;
    }
}
