/** The pages of the library. Start with {@link org.askwell.knowledge.ui.ArticleView}. */
@NullMarked
package org.askwell.knowledge.ui;

import org.jspecify.annotations.NullMarked;
