package org.askwell.routing;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One version of the rules of the company or of a desk. Saved whole, never changed; of those that count already, the
 * latest does.
 */
@Entity
@Table(name = "routing_rule_set")
class RuleSet {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "routing_rule_set_seq")
    @SequenceGenerator(name = "routing_rule_set_seq", sequenceName = "routing_rule_set_seq", allocationSize = 50)
    private Long id;

    @Column(name = "scope")
    private String scope;

    @Column(name = "edition")
    private int edition;

    @Column(name = "saved_by")
    private PersonId savedBy;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "counts_from")
    private @Nullable Instant countsFrom;

    private @Nullable Integer restores;

    private String rules;

    protected RuleSet() {} // JPA

    /**
     * @param countsFrom null: at once
     * @param restores the version whose rules they are once more, or null
     */
    RuleSet(
            String scope,
            int edition,
            List<RoutingRule> rules,
            PersonId by,
            Instant at,
            @Nullable Instant countsFrom,
            @Nullable Integer restores) {
        this.countsFrom = countsFrom;
        this.restores = restores;
        this.scope = scope;
        this.edition = edition;
        this.rules = RoutingJson.write(rules);
        this.savedBy = by;
        this.savedAt = at;
    }

    int edition() {
        return edition;
    }

    List<RoutingRule> rules() {
        return RoutingJson.rules(rules);
    }

    SavedRules saved() {
        return new SavedRules(edition, savedBy, savedAt, countsFrom, restores, rules());
    }
}
