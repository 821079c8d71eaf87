/** Ready words of a desk with what is done alongside. Start with {@link org.askwell.ticket.macro.MacroService}. */
@NullMarked
package org.askwell.ticket.macro;

import org.jspecify.annotations.NullMarked;
