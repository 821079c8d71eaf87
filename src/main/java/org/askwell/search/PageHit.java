package org.askwell.search;

/** A page that was found, with the best of its passages. */
public record PageHit(PageRef page, double score, Hit best) {}
