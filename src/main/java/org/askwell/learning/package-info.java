/** What was learnt from the day's work: articles from resolved tickets. Start with {@link org.askwell.learning.LearningService}. */
@NullMarked
package org.askwell.learning;

import org.jspecify.annotations.NullMarked;
