/**
 * Who changed which setting, right or rule, and who read what is confidential: lines that are only ever added. Start with
 * {@link org.askwell.audit.AuditTrail}.
 */
@NullMarked
package org.askwell.audit;

import org.jspecify.annotations.NullMarked;
