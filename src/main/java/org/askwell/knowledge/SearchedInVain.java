package org.askwell.knowledge;

import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody searched the library and found nothing. Fired inside a transaction.
 *
 * @param space the only one that was searched, or null
 */
public record SearchedInVain(
        PersonId by, String text, @Nullable String space) {}
