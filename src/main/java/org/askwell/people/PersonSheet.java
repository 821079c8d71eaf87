package org.askwell.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A person as administrators see them.
 *
 * @param roles in a fixed order
 * @param lockedUntil until when wrong passwords have locked the account; empty when they have not
 */
public record PersonSheet(
        PersonId id,
        Particulars particulars,
        List<Caller.Grant> roles,
        boolean hasPassword,
        Optional<Instant> lockedUntil) {

    public Profile profile() {
        return particulars.profile();
    }

    /** Changes whenever the particulars do: whoever saves tells which edition they had before them. */
    public String edition() {
        return edition(particulars);
    }

    static String edition(Particulars particulars) {
        var text = particulars.profile() + "\n" + new TreeSet<>(particulars.groups()) + "\n" + particulars.active();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
