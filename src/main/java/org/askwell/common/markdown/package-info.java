/** Markdown read twice alike: as structure with the place of every sentence, and as HTML that can do no harm. Start with {@link org.askwell.common.markdown.MarkdownText}. */
@NullMarked
package org.askwell.common.markdown;

import org.jspecify.annotations.NullMarked;
