/** What has to be done for a ticket, point by point. Start with {@link org.askwell.ticket.checklist.Checklists}. */
@NullMarked
package org.askwell.ticket.checklist;

import org.jspecify.annotations.NullMarked;
