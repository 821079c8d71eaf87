package org.askwell.notification;

/**
 * A kind of news that people can be told.
 *
 * <p>A room declares its kinds in its {@link NoticeSource}; besides, a kind has two texts: {@code notice.<name>}, the
 * sentence people read, and {@code notice.kind.<name>}, what it is called where one switches it on and off.
 *
 * @param name stands in the database and in addresses: short, never changed
 * @param inbox whether it comes into the inbox of somebody who has not chosen
 * @param mail whether it is mailed to somebody who has not chosen
 */
public record NoticeKind(String name, Weight weight, boolean inbox, boolean mail) {

    /** How loudly it is told. */
    public enum Weight {
        /** Counts until what it asks for has been done, in whatever channel. */
        TASK,
        /** Meant for this person: counts until it was read. */
        PERSONAL,
        /** Good to know: a dot without a number until it was read. */
        NEWS
    }

    public NoticeKind {
        if (!name.matches("[a-z]+(-[a-z]+)*") || name.length() > 40) {
            throw new IllegalArgumentException("Not a kind of notice: " + name);
        }
    }

    public static NoticeKind task(String name) {
        return new NoticeKind(name, Weight.TASK, true, true);
    }

    public static NoticeKind personal(String name) {
        return new NoticeKind(name, Weight.PERSONAL, true, true);
    }

    /** In the inbox; mailed only to those who want it. */
    public static NoticeKind news(String name) {
        return new NoticeKind(name, Weight.NEWS, true, false);
    }
}
