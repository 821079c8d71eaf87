/** Tickets, from the first word to the resolution, and who may do what with them. Start with {@link org.askwell.ticket.TicketService}. */
@NullMarked
package org.askwell.ticket;

import org.jspecify.annotations.NullMarked;
