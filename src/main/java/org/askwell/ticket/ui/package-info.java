/** The workplace of those who answer, and a requester's own view. Start with {@link org.askwell.ticket.ui.QueuesView}. */
@NullMarked
package org.askwell.ticket.ui;

import org.jspecify.annotations.NullMarked;
