/** People over REST, and how a program proves who it acts for. Start with {@link org.askwell.people.rest.MeResource}. */
@NullMarked
package org.askwell.people.rest;

import org.jspecify.annotations.NullMarked;
