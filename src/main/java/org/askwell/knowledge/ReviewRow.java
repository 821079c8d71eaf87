package org.askwell.knowledge;

import java.io.Serializable;
import java.time.Instant;
import org.askwell.people.PersonId;

/**
 * A line of the list of what waits for review.
 *
 * @param position in the order of handing in
 * @param title of the revision that waits
 */
public record ReviewRow(
        long position,
        ArticleId article,
        String space,
        String title,
        String language,
        int revision,
        PersonId author,
        PersonId askedBy,
        Instant askedAt,
        String reason)
        implements Serializable {}
