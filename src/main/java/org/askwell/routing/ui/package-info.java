/** Rules as people read and build them, and why a ticket is here. Start with {@link org.askwell.routing.ui.RoutingAdminView}. */
@NullMarked
package org.askwell.routing.ui;

import org.jspecify.annotations.NullMarked;
