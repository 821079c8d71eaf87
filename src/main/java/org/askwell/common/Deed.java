package org.askwell.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody may have to answer for: a setting or a right that was changed, a look at what is confidential.
 *
 * <p>A room fires it as an event inside the transaction that does it, and knows nobody who listens; who did it and when
 * is added by whoever keeps it. It never holds a secret, nor a text that people wrote.
 *
 * @param object the public id of the thing: a sign-in name, a slug, a number
 * @param part which part of the thing, as it is called in REST; empty for the whole
 * @param from what it was; null when it was nothing
 * @param to what it has become; null when it is nothing
 */
public record Deed(
        Kind kind,
        What what,
        String object,
        String part,
        @Nullable String from,
        @Nullable String to) {

    /** What kind of thing it was done to. */
    public enum Kind {
        PERSON,
        RIGHT,
        GROUP,
        DEPARTMENT,
        DESK,
        QUEUE,
        RULES,
        TARGETS,
        SPACE,
        ARTICLE,
        BACKUP,
        EXPORT
    }

    /** What was done. */
    public enum What {
        ADDED,
        CHANGED,
        DELETED,
        CLOSED,
        REOPENED,
        UNLOCKED,
        GRANTED,
        REVOKED,
        JOINED,
        LEFT,
        PASSWORD_GIVEN,
        PASSWORD_CHANGED,
        LINK_MADE,
        LINK_USED,
        TOKEN_MADE,
        TOKEN_ENDED,
        IMPORTED,
        PUBLISHED,
        WITHDRAWN,
        MOVED,
        READ,
        DOWNLOADED;

        /** Looking changes nothing; looking twice within a short time is one look. */
        public boolean isLook() {
            return this == READ;
        }
    }

    /** Without a part or values. */
    public static Deed of(Kind kind, What what, String object) {
        return new Deed(kind, what, object, "", null, null);
    }

    /** One deed for every part that differs, by the names of the parts. */
    public static List<Deed> changes(Kind kind, String object, Map<String, String> before, Map<String, String> after) {
        var parts = new TreeMap<>(before);
        parts.putAll(after);
        var changes = new ArrayList<Deed>();
        for (var part : parts.keySet()) {
            var from = before.get(part);
            var to = after.get(part);
            if (!Objects.equals(from, to)) {
                changes.add(new Deed(kind, What.CHANGED, object, part, from, to));
            }
        }
        return changes;
    }
}
