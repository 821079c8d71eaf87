/** Learning beside the ticket page. Start with {@link org.askwell.learning.ui.WriteItDownPanel}. */
@NullMarked
package org.askwell.learning.ui;

import org.jspecify.annotations.NullMarked;
