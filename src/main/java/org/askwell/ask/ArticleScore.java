package org.askwell.ask;

/**
 * What became of the answers that one article proved.
 *
 * @param shown answers with a sentence of it
 * @param solved of them, by the word of their askers
 * @param missed of them that were not what the asker meant
 * @param tickets opened in spite of it
 */
public record ArticleScore(long shown, long solved, long missed, long tickets) {}
