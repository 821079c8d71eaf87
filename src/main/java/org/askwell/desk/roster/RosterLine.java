package org.askwell.desk.roster;

import java.io.Serializable;
import java.time.Instant;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * One person of a desk as its roster shows it.
 *
 * @param member why somebody is on leave is told to owners and to the person alone
 * @param standing now
 * @param until whoever is on duty stays so until then, as far as is known
 * @param next when duty begins for whoever is not; null if never
 */
public record RosterLine(
        PersonId person,
        String name,
        RosterMember member,
        Duty.Standing standing,
        @Nullable Instant until,
        @Nullable Instant next)
        implements Serializable {}
