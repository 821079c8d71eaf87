/** Tickets over REST. Start with {@link org.askwell.ticket.rest.TicketsResource}. */
@NullMarked
package org.askwell.ticket.rest;

import org.jspecify.annotations.NullMarked;
