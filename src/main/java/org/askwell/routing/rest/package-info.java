/** Rules and traces over REST. Start with {@link org.askwell.routing.rest.RoutingResource}. */
@NullMarked
package org.askwell.routing.rest;

import org.jspecify.annotations.NullMarked;
