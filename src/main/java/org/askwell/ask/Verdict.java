package org.askwell.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a question, ready to be kept.
 *
 * @param text as it was asked
 * @param language of the question
 * @param confidence between 0 and 1
 * @param origin {@code verbatim}, the name of the model that joined the sentences, or what {@link Question} names
 */
record Verdict(
        String text,
        String language,
        Answer.Outcome outcome,
        Answer.Why why,
        double confidence,
        String origin,
        List<ShownSentence.Part> sentences,
        List<OfferedArticle.Part> offered) {

    /**
     * The sentences with the places that prove them, checked once more.
     *
     * @param opened the Markdown of what is cited, or null if it was not opened for this reader
     */
    static List<ShownSentence.Part> proven(
            List<Answer.Sentence> sentences, Function<Citation, @Nullable String> opened) {
        var parts = new ArrayList<ShownSentence.Part>();
        for (int i = 0; i < sentences.size(); i++) {
            var sentence = sentences.get(i);
            for (var citation : sentence.citations()) {
                var markdown = opened.apply(citation);
                if (markdown == null || !citation.holds(markdown)) {
                    throw new IllegalStateException("An unproven sentence was about to be shown: " + citation);
                }
                var place = citation.inCodePoints(markdown);
                parts.add(new ShownSentence.Part(
                        i,
                        sentence.text(),
                        sentence.key(),
                        sentence.look(),
                        sentence.marker(),
                        citation.article(),
                        citation.revision(),
                        citation.title(),
                        citation.heading(),
                        place.start(),
                        place.end(),
                        citation.quote()));
            }
        }
        return parts;
    }
}
