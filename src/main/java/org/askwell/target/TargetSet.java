package org.askwell.target;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.askwell.people.PersonId;

/** One version of what a desk promises. Saved whole, never changed; the latest counts. */
@Entity
@Table(name = "target_set")
class TargetSet {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "target_set_seq")
    @SequenceGenerator(name = "target_set_seq", sequenceName = "target_set_seq", allocationSize = 50)
    private Long id;

    private String desk;
    private int edition;

    @Column(name = "saved_by")
    private PersonId savedBy;

    @Column(name = "saved_at")
    private Instant savedAt;

    private String plan;

    protected TargetSet() {} // JPA

    TargetSet(String desk, int edition, TargetPlan plan, PersonId by, Instant at) {
        this.desk = desk;
        this.edition = edition;
        this.plan = PlanJson.write(plan);
        this.savedBy = by;
        this.savedAt = at;
    }

    int edition() {
        return edition;
    }

    TargetPlan plan() {
        return PlanJson.read(plan);
    }

    SavedTargets saved() {
        return new SavedTargets(desk, edition, savedBy, savedAt, plan());
    }
}
