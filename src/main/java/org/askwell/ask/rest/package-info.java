/** Questions over REST. Start with {@link org.askwell.ask.rest.QuestionsResource}. */
@NullMarked
package org.askwell.ask.rest;

import org.jspecify.annotations.NullMarked;
