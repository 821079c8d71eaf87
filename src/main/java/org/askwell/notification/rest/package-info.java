/** The inbox and the ledger of mails for programs. */
@NullMarked
package org.askwell.notification.rest;

import org.jspecify.annotations.NullMarked;
