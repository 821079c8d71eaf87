/** The audit for programs. */
@NullMarked
package org.askwell.audit.rest;

import org.jspecify.annotations.NullMarked;
