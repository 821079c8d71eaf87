/** The library: spaces, articles, revisions, import. Start with {@link org.askwell.knowledge.ArticleService}. */
@NullMarked
package org.askwell.knowledge;

import org.jspecify.annotations.NullMarked;
