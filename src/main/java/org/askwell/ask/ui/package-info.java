/** Asking in a page: the home page and the conversation. Start with {@link org.askwell.ask.ui.HomeView}. */
@NullMarked
package org.askwell.ask.ui;

import org.jspecify.annotations.NullMarked;
