package org.askwell.ask;

/** A way of asking that its article's curators wrote down; never a colleague's own words. */
public record Wording(String wording, String article) {}
