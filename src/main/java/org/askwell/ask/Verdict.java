package org.askwell.ask;

import java.util.List;

/**
 * What was decided about a question, ready to be kept.
 *
 * @param text as it was asked
 * @param language of the question
 * @param reason a stable word for why it came to this outcome
 * @param confidence between 0 and 1
 * @param signals what the confidence was computed from, as JSON
 * @param origin {@code verbatim}, or the name of the model that joined the sentences
 */
record Verdict(
        String text,
        String language,
        Outcome outcome,
        String reason,
        double confidence,
        String signals,
        String origin,
        List<ShownSentence.Part> sentences,
        List<OfferedArticle.Part> offered) {}
