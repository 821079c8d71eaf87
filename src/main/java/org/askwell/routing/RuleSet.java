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

/** One version of the rules of the company or of a desk. Saved whole, never changed; the latest counts. */
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

    private String rules;

    protected RuleSet() {} // JPA

    RuleSet(String scope, int edition, List<RoutingRule> rules, PersonId by, Instant at) {
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
        return new SavedRules(edition, savedBy, savedAt, rules());
    }
}
