/** The library over REST. Start with {@link org.askwell.knowledge.rest.ArticlesResource}. */
@NullMarked
package org.askwell.knowledge.rest;

import org.jspecify.annotations.NullMarked;
