package org.askwell.ticket;

/** What open pages listen to; see {@link org.askwell.common.ui.LiveScreens}. */
public final class TicketTopics {

    /** Something happened to any ticket. */
    public static final String ANY = "tickets";

    private TicketTopics() {}

    public static String bulk(String id) {
        return "bulk:" + id;
    }

    public static String ticket(TicketNumber number) {
        return "ticket:" + number;
    }
}
