package org.askwell.desk.roster;

import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.askwell.common.db.StringsConverter;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * The line of one person in the roster of a desk. Born when an owner first writes something down or the person first
 * signs off; rewritten; never deleted, since it says nothing about somebody who no longer works there.
 */
@Entity
@Table(name = "roster_entry")
class RosterEntry {

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "roster_entry_seq")
    @SequenceGenerator(name = "roster_entry_seq", sequenceName = "roster_entry_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(updatable = false)
    private String desk;

    @Column(updatable = false)
    private PersonId person;

    private boolean kept;

    @Column(name = "own_shifts")
    private boolean ownShifts;

    @Convert(converter = StringsConverter.class)
    private List<String> shifts;

    private @Nullable Integer capacity;

    @Convert(converter = StringsConverter.class)
    private List<String> languages;

    @Convert(converter = StringsConverter.class)
    private List<String> skills;

    @Convert(converter = StringsConverter.class)
    private List<String> leaves;

    @Column(name = "off_until")
    private @Nullable Instant offUntil;

    protected RosterEntry() {} // JPA

    RosterEntry(String desk, PersonId person) {
        this.desk = desk;
        this.person = person;
        take(RosterMember.usual(person));
        kept = false;
    }

    private void take(RosterMember member) {
        var own = member.shifts();
        ownShifts = own != null;
        shifts = Objects.requireNonNullElse(own, List.of());
        capacity = member.capacity();
        languages = member.languages();
        skills = member.skills();
        leaves = member.leave().stream().map(Leave::text).toList();
    }

    /** Says something else from now on; that the person has signed off stays. */
    void keep(RosterMember member) {
        take(member);
        kept = true;
    }

    void signOff(Instant until) {
        offUntil = until;
    }

    void signOn() {
        offUntil = null;
    }

    PersonId person() {
        return person;
    }

    /** Whether an owner has written it; a person who only signs off keeps no roster. */
    boolean isKept() {
        return kept;
    }

    @Nullable
    Instant offUntil() {
        return offUntil;
    }

    RosterMember member() {
        return new RosterMember(
                person,
                ownShifts ? shifts : null,
                capacity,
                languages,
                skills,
                leaves.stream().map(Leave::parse).toList());
    }
}
