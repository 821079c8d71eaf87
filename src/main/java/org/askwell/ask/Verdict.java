package org.askwell.ask;

import java.util.List;

/**
 * What was decided about a question, ready to be kept.
 *
 * @param text as it was asked
 * @param language of the question
 * @param confidence between 0 and 1
 * @param origin {@code verbatim}, or the name of the model that joined the sentences
 */
record Verdict(
        String text,
        String language,
        Answer.Outcome outcome,
        Answer.Why why,
        double confidence,
        String origin,
        List<ShownSentence.Part> sentences,
        List<OfferedArticle.Part> offered) {}
