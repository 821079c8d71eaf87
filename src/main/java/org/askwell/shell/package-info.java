/** The roof: knows every room, and no room knows it. Start with {@link org.askwell.shell.ui.Portal}. */
@NullMarked
package org.askwell.shell;

import org.jspecify.annotations.NullMarked;
