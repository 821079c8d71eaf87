package org.askwell.search;

/**
 * What may be weighed differently; measured on questions and pages that have nothing to do with each other.
 *
 * @param words what each kind of word counts
 * @param k1 how soon a word that comes again counts less (BM25)
 * @param b how much a long text is held against itself (BM25)
 * @param titleTimes as how many mentions in the text a title counts
 */
record Tuning(
        QueryWords.Weights words,
        float k1,
        float b,
        Ranking ranking,
        int titleTimes,
        int headingTimes,
        int wordingTimes) {

    static final Tuning DEFAULT =
            new Tuning(new QueryWords.Weights(0.6f, 0.6f, 1f), 1.2f, 0.75f, Ranking.DEFAULT, 2, 2, 3);
}
