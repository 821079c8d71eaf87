/** Pages in, passages out: what a text search over everything that may be read needs. Start with {@link org.askwell.search.PassageIndex}. */
@NullMarked
package org.askwell.search;

import org.jspecify.annotations.NullMarked;
