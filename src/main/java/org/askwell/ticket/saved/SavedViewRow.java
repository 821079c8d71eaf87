package org.askwell.ticket.saved;

import java.io.Serializable;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A saved view.
 *
 * @param desk whose agents see it, too; null: its owner alone
 * @param queue a queue, or {@code mine}
 * @param query as it stands in the address of the list, without the question mark
 * @param open whether the acting person may look at its queue now
 */
public record SavedViewRow(
        SavedViewId id, PersonId owner, @Nullable String desk, String name, String queue, String query, boolean open)
        implements Serializable {}
