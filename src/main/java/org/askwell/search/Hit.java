package org.askwell.search;

/**
 * A passage that was found, and why.
 *
 * @param score the fused ranking; comparable within one result only
 */
public record Hit(Passage passage, double score, Signals signals) {

    /**
     * What speaks for a passage, each on a scale that does not depend on the other results.
     *
     * @param bm25 of the passage, its headings and wordings; 0 when no word is shared
     * @param pageBm25 of the whole page
     * @param coverage share of the question's words, weighted by their rarity, that the passage has: 0 to 1
     * @param cosine of question and passage vectors; 0 without vectors
     * @param title share of the question's words, weighted by their rarity, that the page's title has: 0 to 1
     */
    public record Signals(double bm25, double pageBm25, double coverage, double cosine, double title) {}
}
