package org.askwell.routing.assignment;

import org.askwell.desk.roster.Duty;
import org.askwell.desk.roster.RosterMember;
import org.askwell.people.PersonId;

/**
 * Somebody of a desk at the moment in which a ticket is given away.
 *
 * @param active may sign in, and still works there
 * @param load how many open tickets the person has there
 * @param turn which gift of the desk was the last to this person from this queue; 0: none yet
 */
record Candidate(RosterMember member, boolean active, Duty.Standing standing, int load, long turn) {

    PersonId person() {
        return member.person();
    }

    boolean isFull() {
        var most = member.capacity();
        return most != null && load >= most;
    }
}
