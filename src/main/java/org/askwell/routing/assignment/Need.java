package org.askwell.routing.assignment;

import java.util.List;
import java.util.Set;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What a ticket needs of whoever gets it.
 *
 * @param language null: any
 * @param skills any one of them; empty: none is needed
 * @param avoided those who had it just now
 */
record Need(PersonId requester, @Nullable String language, List<String> skills, Set<PersonId> avoided) {}
