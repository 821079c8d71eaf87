package org.askwell.search;

/** A page that was found, with the best of its passages and what of it to show. */
public record PageHit(PageRef page, double score, Passage best, Snippet snippet) {}
