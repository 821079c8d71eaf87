package org.askwell.ticket.macro;

import java.io.Serializable;

/** A macro of a desk, as those who use or keep it see it. */
public record MacroRow(MacroId id, String desk, MacroWords words) implements Serializable {}
