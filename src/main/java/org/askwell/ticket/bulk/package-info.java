/** One deed done to many tickets, with progress, report and undo. Start with {@link org.askwell.ticket.bulk.BulkService}. */
@NullMarked
package org.askwell.ticket.bulk;

import org.jspecify.annotations.NullMarked;
