package org.askwell.search;

/** A piece of a text, as UTF-16 indexes: from {@code start} to before {@code end}. */
public record Range(int start, int end) {}
