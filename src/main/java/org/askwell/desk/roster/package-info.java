/** Who is on duty at a desk: shifts, leave, capacity, languages, skills. Knows no ticket. Start with {@link org.askwell.desk.roster.Duty}. */
@NullMarked
package org.askwell.desk.roster;

import org.jspecify.annotations.NullMarked;
