/** The walk of a question: asked, proven or handed over. Start with Question. */
@NullMarked
package org.askwell.ask;

import org.jspecify.annotations.NullMarked;
