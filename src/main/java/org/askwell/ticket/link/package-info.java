/** Which tickets belong together, and which wait for which. Start with {@link org.askwell.ticket.link.TicketLinks}. */
@NullMarked
package org.askwell.ticket.link;

import org.jspecify.annotations.NullMarked;
