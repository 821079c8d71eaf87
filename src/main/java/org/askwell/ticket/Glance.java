package org.askwell.ticket;

import java.io.Serializable;
import java.util.List;
import org.askwell.people.PersonId;

/**
 * How a desk stands now.
 *
 * @param opened since the day began there
 * @param active that somebody waits for, on hold or not
 * @param unassigned of the active ones
 * @param asked of the active ones, whose requester has to answer first
 * @param late of the active ones
 * @param agents who have active ones, the most loaded first
 */
public record Glance(long opened, long active, long unassigned, long asked, long late, List<Load> agents)
        implements Serializable {

    /** What one person has of them. */
    public record Load(PersonId person, long active, long late) implements Serializable {}
}
