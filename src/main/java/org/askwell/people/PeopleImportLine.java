package org.askwell.people;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Locale;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/** What one line of a table would do or has done, or that somebody is missing in it. */
@Entity
@Table(name = "people_import_line")
class PeopleImportLine {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "people_import_line_seq")
    @SequenceGenerator(name = "people_import_line_seq", sequenceName = "people_import_line_seq", allocationSize = 1000)
    private Long id;

    @Column(name = "import_id", updatable = false)
    private PeopleImportId importId;

    @Column(updatable = false)
    private int position;

    @Column(updatable = false)
    private int line;

    @Column(updatable = false)
    private int step;

    @Enumerated(STRING)
    private LineOutcome outcome;

    /** Nothing is left to be done here. */
    private boolean applied;

    private @Nullable PersonId login;
    private String name;
    private @Nullable String changes;

    @Column(name = "reason_zh")
    private @Nullable String reasonZh;

    @Column(name = "reason_en")
    private @Nullable String reasonEn;

    protected PeopleImportLine() {} // JPA

    PeopleImportLine(PeopleImportId importId, PeoplePlan.Step planned) {
        this.importId = importId;
        this.position = planned.position();
        this.line = planned.line();
        this.step = planned.order();
        this.outcome = planned.outcome();
        this.applied = false;
        this.login = planned.person();
        this.name = planned.name();
        this.changes = FieldChanges.write(planned.changes());
        var reason = planned.reason();
        if (reason != null) {
            refuse(reason);
        }
    }

    PeoplePlan.Step asStep() {
        return new PeoplePlan.Step(position, line, step, outcome, login, name, null, List.of(), null);
    }

    /** It turned out that it cannot be done. */
    final void refuse(Refusal reason) {
        outcome = LineOutcome.REFUSED;
        applied = true;
        changes = null;
        reasonZh = PeopleImport.shortened(reason.sentence(Locale.CHINESE));
        reasonEn = PeopleImport.shortened(reason.sentence(Locale.ENGLISH));
    }
}
