/** What was promised: policies, calendars of days, and the ledger of each ticket's clocks. Start with {@link org.askwell.target.TargetService}. */
@NullMarked
package org.askwell.target;

import org.jspecify.annotations.NullMarked;
