/** Desks and queues over REST. Start with {@link org.askwell.desk.rest.DesksResource}. */
@NullMarked
package org.askwell.desk.rest;

import org.jspecify.annotations.NullMarked;
