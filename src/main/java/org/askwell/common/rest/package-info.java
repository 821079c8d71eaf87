/** What all REST resources share: errors as RFC 9457 problems, idempotency, the application. Start with {@link org.askwell.common.rest.Problem}. */
@NullMarked
package org.askwell.common.rest;

import org.jspecify.annotations.NullMarked;
