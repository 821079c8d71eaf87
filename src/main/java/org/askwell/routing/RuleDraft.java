package org.askwell.routing;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.askwell.people.PersonId;

/**
 * Rules that somebody is working on and nobody is judged by.
 *
 * <p>Each person has one of the company's rules and one of each desk's. It is born with the first change, saved with
 * every other, and ends when it is published or thrown away.
 */
@Entity
@Table(name = "routing_draft")
class RuleDraft {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "routing_draft_seq")
    @SequenceGenerator(name = "routing_draft_seq", sequenceName = "routing_draft_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String scope;

    @Column(updatable = false)
    private PersonId author;

    @Column(name = "based_on")
    private int basedOn;

    private int revision;

    @Column(name = "saved_at")
    private Instant savedAt;

    private String rules;

    protected RuleDraft() {} // JPA

    /** @param basedOn the version that was there when it was begun */
    RuleDraft(String scope, PersonId author, int basedOn, List<RoutingRule> rules, Instant at) {
        this.scope = scope;
        this.author = author;
        this.basedOn = basedOn;
        this.rules = RoutingJson.write(rules);
        this.savedAt = at;
        this.revision = 1;
    }

    void take(List<RoutingRule> newRules, Instant at) {
        rules = RoutingJson.write(newRules);
        savedAt = at;
        revision++;
    }

    /** Its author has seen what was published meanwhile. */
    void restOn(int edition) {
        basedOn = edition;
        revision++;
    }

    int basedOn() {
        return basedOn;
    }

    int revision() {
        return revision;
    }

    Instant savedAt() {
        return savedAt;
    }

    List<RoutingRule> rules() {
        return RoutingJson.rules(rules);
    }
}
