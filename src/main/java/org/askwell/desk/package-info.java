/** The service desks: who they are, when they are open, where their work waits; knows no ticket. Start with {@link org.askwell.desk.DeskService}. */
@NullMarked
package org.askwell.desk;

import org.jspecify.annotations.NullMarked;
