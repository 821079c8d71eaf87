package org.askwell.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A room that tells people things. Rooms implement this as beans; {@link Notices} finds them by itself. */
public interface NoticeSource {

    /** The kinds it tells, in the order in which one chooses among them. */
    List<NoticeKind> kinds();

    /**
     * Puts notices of these kinds into words for the person who is acting. What this person may not read, or not any
     * more, is left out. One call for a page of notices: it may ask the database only a fixed number of times.
     */
    Map<NoticeId, Told> tell(Collection<NoticeRow> notices);
}
