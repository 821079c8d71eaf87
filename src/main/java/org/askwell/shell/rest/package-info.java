/** How the installation is, for programs. */
@NullMarked
package org.askwell.shell.rest;

import org.jspecify.annotations.NullMarked;
