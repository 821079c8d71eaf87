/** From a question to sentences that are proven, or to a person. Start with {@link org.askwell.ask.Answering}. */
@NullMarked
package org.askwell.ask;

import org.jspecify.annotations.NullMarked;
