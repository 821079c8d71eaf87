/** Rules that send each ticket to its desk and queue, and can say why. Start with {@link org.askwell.routing.RoutingService}. */
@NullMarked
package org.askwell.routing;

import org.jspecify.annotations.NullMarked;
