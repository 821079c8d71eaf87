package org.askwell.people;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.askwell.common.Refusal;
import org.askwell.common.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The person who is acting, with everything that decides what they may see and do, as it was when the request began.
 *
 * @param name as colleagues read it
 * @param grants roles with their scope
 */
public record Caller(
        PersonId id,
        String name,
        String language,
        ZoneId zone,
        @Nullable String office,
        @Nullable String department,
        EmploymentType employmentType,
        Set<String> groups,
        Set<Grant> grants) {

    /** A role and where it holds; the scope is empty for ADMIN. */
    public record Grant(Role role, String scope) {}

    /** Everyone who can sign in may read what carries this token. */
    public static final String EVERYONE = "everyone";

    public Caller {
        groups = Set.copyOf(groups);
        grants = Set.copyOf(grants);
    }

    public Locale locale() {
        return Texts.forLanguage(language);
    }

    public boolean isAdmin() {
        return has(Role.ADMIN, "");
    }

    public boolean has(Role role, String scope) {
        return grants.contains(new Grant(role, scope));
    }

    public boolean hasAnywhere(Role role) {
        return role == Role.EMPLOYEE || grants.stream().anyMatch(it -> it.role() == role);
    }

    /** Works at this desk: answers its tickets. Desk owners do, too. */
    public boolean worksAt(String desk) {
        return has(Role.AGENT, desk) || has(Role.DESK_OWNER, desk);
    }

    /** Owns this desk: changes its queues, rules, texts. Administrators may do so everywhere. */
    public boolean owns(String desk) {
        return has(Role.DESK_OWNER, desk) || isAdmin();
    }

    public boolean curates(String space) {
        return has(Role.CURATOR, space);
    }

    /** The scopes in which this person has a role. */
    public Set<String> scopesOf(Role role) {
        var scopes = new HashSet<String>();
        grants.stream().filter(it -> it.role() == role).forEach(it -> scopes.add(it.scope()));
        return scopes;
    }

    /**
     * What this person may read, as tokens: a thing that is marked with any of them is open to the person. The forms
     * are {@code everyone}, {@code department:hr}, {@code group:managers}, {@code type:INTERN}, {@code space:hr} (for
     * its curators) and {@code person:li.wei}.
     */
    public Set<String> audience() {
        var tokens = new HashSet<String>();
        tokens.add(EVERYONE);
        tokens.add("person:" + id.value());
        tokens.add("type:" + employmentType.name());
        if (department != null) {
            tokens.add("department:" + department);
        }
        groups.forEach(group -> tokens.add("group:" + group));
        scopesOf(Role.CURATOR).forEach(space -> tokens.add("space:" + space));
        return tokens;
    }

    public void requireAdmin() {
        if (!isAdmin()) {
            throw Refusal.forbidden("administrators-only");
        }
    }
}
