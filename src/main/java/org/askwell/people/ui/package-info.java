/** Signing in, and who acts in a page. Start with {@link org.askwell.people.ui.PageIdentity}. */
@NullMarked
package org.askwell.people.ui;

import org.jspecify.annotations.NullMarked;
