/** Clocks, plans and calendars over REST. Start with {@link org.askwell.target.rest.ClockResource}. */
@NullMarked
package org.askwell.target.rest;

import org.jspecify.annotations.NullMarked;
