/** The pages of the desks: what each is for, and how they are set up. Start with {@link org.askwell.desk.ui.DeskView}. */
@NullMarked
package org.askwell.desk.ui;

import org.jspecify.annotations.NullMarked;
