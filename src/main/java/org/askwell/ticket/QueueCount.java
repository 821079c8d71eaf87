package org.askwell.ticket;

import java.io.Serializable;

/**
 * How many active tickets wait in a queue.
 *
 * @param mine how many of them the acting person has
 */
public record QueueCount(String queue, long waiting, long mine) implements Serializable {}
