package org.askwell.people;

import java.util.Set;

/**
 * Everything that an administrator decides about a person but for roles and password.
 *
 * @param groups slugs of the groups the person belongs to
 * @param active whether the person may sign in
 */
public record Particulars(Profile profile, Set<String> groups, boolean active) {

    public Particulars {
        groups = Set.copyOf(groups);
    }

    public static Particulars of(Profile profile) {
        return new Particulars(profile, Set.of(), true);
    }
}
