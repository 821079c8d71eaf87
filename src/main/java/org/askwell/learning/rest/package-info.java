/** Learning over REST. Start with {@link org.askwell.learning.rest.LearningResource}. */
@NullMarked
package org.askwell.learning.rest;

import org.jspecify.annotations.NullMarked;
