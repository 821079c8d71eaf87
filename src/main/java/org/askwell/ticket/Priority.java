package org.askwell.ticket;

/** How much a ticket hurts; in rising order. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
