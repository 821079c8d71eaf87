/** The page of the audit, and its table. */
@NullMarked
package org.askwell.audit.ui;

import org.jspecify.annotations.NullMarked;
