/** The search over everything, for programs. */
@NullMarked
package org.askwell.search.rest;

import org.jspecify.annotations.NullMarked;
