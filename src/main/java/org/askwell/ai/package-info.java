/** The models the portal can lean on, in this process or behind a URL. Start with {@link org.askwell.ai.Embedder}. */
@NullMarked
package org.askwell.ai;

import org.jspecify.annotations.NullMarked;
