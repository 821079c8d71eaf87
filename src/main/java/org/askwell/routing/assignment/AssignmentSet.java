package org.askwell.routing.assignment;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.askwell.people.PersonId;

/** One version of how a desk shares out its work. Saved whole, never changed; the latest counts. */
@Entity
@Table(name = "assignment_set")
class AssignmentSet {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "assignment_set_seq")
    @SequenceGenerator(name = "assignment_set_seq", sequenceName = "assignment_set_seq", allocationSize = 50)
    private Long id;

    private String desk;
    private int edition;

    @Column(name = "saved_by")
    private PersonId savedBy;

    @Column(name = "saved_at")
    private Instant savedAt;

    private String plan;

    protected AssignmentSet() {} // JPA

    AssignmentSet(String desk, int edition, AssignmentPlan plan, PersonId by, Instant at) {
        this.desk = desk;
        this.edition = edition;
        this.plan = AssignmentJson.write(plan);
        this.savedBy = by;
        this.savedAt = at;
    }

    SavedAssignment saved() {
        return new SavedAssignment(desk, edition, savedBy, savedAt, AssignmentJson.read(plan));
    }
}
