package org.askwell.ticket;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import org.askwell.common.Refusal;

/** Words that agents and rules put on tickets: in small letters, without spaces around them, each once. */
public final class Tags {

    private static final int MOST = 20;
    private static final int LONGEST = 40;

    private Tags() {}

    /** Refuses what is too long or too many; leaves out what is empty. */
    public static List<String> clean(Collection<String> given) {
        var tags = new LinkedHashSet<String>();
        for (var tag : given) {
            var clean = tag.replaceAll("\\s+", " ").trim().toLowerCase(Locale.ROOT);
            if (clean.isEmpty()) {
                continue;
            }
            if (clean.length() > LONGEST) {
                throw Refusal.invalid("ticket-tag", LONGEST);
            }
            tags.add(clean);
        }
        if (tags.size() > MOST) {
            throw Refusal.invalid("ticket-tags", MOST);
        }
        return List.copyOf(tags);
    }
}
