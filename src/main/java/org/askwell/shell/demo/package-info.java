/** The invented company that an empty demo portal is filled with. Start with {@link org.askwell.shell.demo.DemoCompany}. */
@NullMarked
package org.askwell.shell.demo;

import org.jspecify.annotations.NullMarked;
