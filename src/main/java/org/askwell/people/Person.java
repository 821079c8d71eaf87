package org.askwell.people;

import static jakarta.persistence.EnumType.STRING;
import static jakarta.persistence.GenerationType.SEQUENCE;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works here, or did.
 *
 * <p>A person is born by an administrator, an import or the set-up page, can change departments and managers, is locked
 * out for a while after wrong passwords, and is one day deactivated; a person is never deleted, because tickets and
 * revisions bear the name.
 */
@Entity
public class Person {

    /** So many wrong passwords in a row lock the account... */
    public static final int MOST_FAILURES = 5;
    /** ...for this long, and again after each further one. */
    public static final Duration LOCK = Duration.ofMinutes(10);

    @Id
    @GeneratedValue(strategy = SEQUENCE, generator = "person_seq")
    @SequenceGenerator(name = "person_seq", sequenceName = "person_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false, unique = true, updatable = false)
    private PersonId login;

    @Column(name = "staff_number")
    private @Nullable String staffNumber;

    private String name;

    @Column(name = "other_name")
    private @Nullable String otherName;

    private @Nullable String pinyin;

    @Column(name = "sort_key")
    private String sortKey;

    @Column(name = "found_by")
    private String foundBy;

    private @Nullable String mail;
    private @Nullable String department;
    private @Nullable PersonId manager;
    private @Nullable String office;
    private String zone;
    private String language;

    @Enumerated(STRING)
    @Column(name = "employment_type")
    private EmploymentType employmentType;

    private boolean active;
    private boolean imported;

    @Column(name = "password_hash")
    private @Nullable String passwordHash;

    @Column(name = "failed_sign_ins")
    private int failedSignIns;

    @Column(name = "locked_until")
    private @Nullable Instant lockedUntil;

    protected Person() {} // JPA

    public Person(PersonId login, Profile profile) {
        this.login = login;
        this.active = true;
        this.imported = false;
        take(profile);
    }

    /** Takes over what the directory, the form or the import says of this person. */
    public final PeopleEvent.PersonChanged take(Profile profile) {
        staffNumber = profile.staffNumber();
        name = profile.name();
        otherName = profile.otherName();
        pinyin = profile.pinyin();
        sortKey = profile.sortKey();
        foundBy = profile.foundBy(login);
        mail = profile.mail();
        department = profile.department();
        manager = profile.manager();
        office = profile.office();
        zone = profile.zone().getId();
        language = profile.language();
        employmentType = profile.employmentType();
        return new PeopleEvent.PersonChanged(login);
    }

    /** A table of the personnel department has named this person: from now on the next one can miss them. */
    void standInTable() {
        imported = true;
    }

    boolean isImported() {
        return imported;
    }

    public PeopleEvent.PersonChanged speak(String newLanguage) {
        language = newLanguage;
        return new PeopleEvent.PersonChanged(login);
    }

    /** Whether wrong passwords have locked this person out at that moment. */
    public boolean isLockedOut(Instant at) {
        return lockedUntil != null && at.isBefore(lockedUntil);
    }

    /** Takes a new password; whoever was locked out by the old one may try again. */
    PeopleEvent.PersonChanged useHash(String hash) {
        if (!active) {
            throw Refusal.conflict("account-closed", login);
        }
        passwordHash = hash;
        return unlock();
    }

    /** Forgets the wrong passwords; the person may try again at once. */
    public PeopleEvent.PersonChanged unlock() {
        failedSignIns = 0;
        lockedUntil = null;
        return new PeopleEvent.PersonChanged(login);
    }

    void failToSignIn(Instant at) {
        failedSignIns++;
        if (failedSignIns >= MOST_FAILURES) {
            lockedUntil = at.plus(LOCK);
        }
    }

    void signIn() {
        failedSignIns = 0;
        lockedUntil = null;
    }

    /** The account can no longer be used; the password is gone with it. */
    public PeopleEvent.PersonChanged deactivate() {
        active = false;
        passwordHash = null;
        return new PeopleEvent.PersonChanged(login);
    }

    /** Somebody is back; without a password until one is given. */
    public PeopleEvent.PersonChanged reactivate() {
        active = true;
        return new PeopleEvent.PersonChanged(login);
    }

    public PersonId login() {
        return login;
    }

    public String name() {
        return name;
    }

    public String language() {
        return language;
    }

    public boolean isActive() {
        return active;
    }

    public Optional<Instant> lockedUntil() {
        return Optional.ofNullable(lockedUntil);
    }

    Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    int failedSignIns() {
        return failedSignIns;
    }

    public Profile profile() {
        return new Profile(
                name,
                otherName,
                pinyin,
                staffNumber,
                mail,
                department,
                manager,
                office,
                ZoneId.of(zone),
                language,
                employmentType);
    }
}
