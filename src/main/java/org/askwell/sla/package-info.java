/** Time as desks count it: pure arithmetic. Start with {@link org.askwell.sla.WorkingCalendar}, then {@link org.askwell.sla.ServiceClock}. */
@NullMarked
package org.askwell.sla;

import org.jspecify.annotations.NullMarked;
