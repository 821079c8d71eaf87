/** What every room stands on: the clock, refusals, transactions, jobs, files, words. Start with {@link org.askwell.common.Refusal}. */
@NullMarked
package org.askwell.common;

import org.jspecify.annotations.NullMarked;
