/** Who is here, what they may do, and who is acting now. Start with {@link org.askwell.people.CurrentPerson}. */
@NullMarked
package org.askwell.people;

import org.jspecify.annotations.NullMarked;
