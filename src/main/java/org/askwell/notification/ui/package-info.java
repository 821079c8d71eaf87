/** The inbox and the ledger of mails as pages. Start with {@link org.askwell.notification.ui.InboxView}. */
@NullMarked
package org.askwell.notification.ui;

import org.jspecify.annotations.NullMarked;
