package org.askwell.ticket;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.askwell.common.StoredFile;
import org.askwell.people.PersonId;

/**
 * One message of a conversation.
 *
 * @param position 1 for the first; names the message within its ticket
 * @param text Markdown
 */
public record MessageRow(
        int position, PersonId author, Visibility visibility, String text, Instant at, List<Attached> files)
        implements Serializable {

    public boolean isInternal() {
        return visibility == Visibility.INTERNAL;
    }

    /** @param token names the file in addresses; cannot be guessed */
    public record Attached(String token, StoredFile file) implements Serializable {

        /** Where the file is to be had, without a leading slash; the ticket's rights hold there. */
        public String path() {
            return "files/tickets/" + token;
        }
    }
}
