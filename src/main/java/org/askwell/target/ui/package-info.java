/** What was promised, shown: on a ticket, as its ledger, and to those who promise. Start with {@link org.askwell.target.ui.ClockPanel}. */
@NullMarked
package org.askwell.target.ui;

import org.jspecify.annotations.NullMarked;
