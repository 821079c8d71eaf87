/** What all pages share: addresses, words, small components, live screens. Start with {@link org.askwell.common.Places}. */
@NullMarked
package org.askwell.common.ui;

import org.jspecify.annotations.NullMarked;
