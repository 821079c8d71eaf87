/** Lists of tickets that agents come back to. Start with {@link org.askwell.ticket.saved.SavedViews}. */
@NullMarked
package org.askwell.ticket.saved;

import org.jspecify.annotations.NullMarked;
