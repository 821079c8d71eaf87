/**
 * What people are told: lines in their inbox, and mails with a ledger of what became of each. Start with
 * {@link org.askwell.notification.Notices}.
 */
@NullMarked
package org.askwell.notification;

import org.jspecify.annotations.NullMarked;
