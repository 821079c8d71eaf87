package org.askwell.ticket;

/** What open pages listen to; see {@link org.askwell.common.ui.LiveScreens}. */
public final class TicketTopics {

    /** Something happened to any ticket. */
    public static final String ANY = "tickets";

    private TicketTopics() {}

    public static String bulk(String id) {
        return "bulk:" + id;
    }

    /** Who has a ticket open, and who writes. */
    public static String presence(TicketNumber number) {
        return "presence:" + number;
    }

    public static String ticket(TicketNumber number) {
        return "ticket:" + number;
    }
}
