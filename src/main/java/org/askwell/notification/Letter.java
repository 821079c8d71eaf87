package org.askwell.notification;

import java.time.Instant;

/**
 * A mail as it leaves.
 *
 * @param language {@code zh} or {@code en}
 * @param text for those who read no HTML
 * @param html the same
 * @param messageId without angle brackets; the same for every try of one mail
 * @param thread the id, without angle brackets, under which everything about one thing is shown together
 * @param place full address that it leads to
 */
record Letter(
        String address,
        String name,
        String language,
        String subject,
        String text,
        String html,
        String messageId,
        String thread,
        String place,
        Instant at) {}
