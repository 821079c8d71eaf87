/** Sharing out a desk's work: strategies of its queues, and the ladder of what waits too long. Start with {@link org.askwell.routing.assignment.Choosing}. */
@NullMarked
package org.askwell.routing.assignment;

import org.jspecify.annotations.NullMarked;
