package org.askwell.views;

/** All cases about pages; whoever implements it runs them, inside the server, on its database. */
public interface Views extends AskingViews, TicketViews, QueueViews, FrameViews {}
