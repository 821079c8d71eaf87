/** The frame around every page: menu, language, colour scheme, errors. Start with {@link org.askwell.shell.ui.MainLayout}. */
@NullMarked
package org.askwell.shell.ui;

import org.jspecify.annotations.NullMarked;
