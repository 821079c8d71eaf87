package org.askwell.ask;

import java.util.List;
import java.util.Objects;
import org.askwell.search.Passage;
import org.jspecify.annotations.Nullable;

/**
 * What the portal says to a question: proven sentences, or which articles come near, or that a person should be asked.
 *
 * @param language the asker's
 * @param confidence how likely the sentences answer the question: 0 to 1
 * @param sentences what is shown, in the order of the article; empty unless {@link Outcome#ANSWERED}
 * @param related articles to look at, the likeliest first; never presented as the answer
 * @param onlyIn the language in which the answer exists when it is not the asker's; the article is then the first of the related
 * @param openPerson whether the way to a person is opened without being asked for
 */
public record Answer(
        Outcome outcome,
        Why why,
        String language,
        double confidence,
        List<Sentence> sentences,
        List<Related> related,
        @Nullable String onlyIn,
        boolean openPerson) {

    public enum Outcome {
        ANSWERED,
        CLARIFY,
        NOT_FOUND
    }

    /** Why it came out like this; pages choose their words by it. */
    public enum Why {
        PROVEN,
        TOPIC_ONLY,
        WANTS_A_PERSON,
        GREETING,
        NOTHING_NEAR,
        NOT_SURE,
        NAMES_SOMETHING_ELSE,
        OTHER_LANGUAGE,
        /** A desk has chosen the passage for these very words. */
        PINNED
    }

    /** How a sentence is set: what follows each other in one list or table belongs together. */
    public enum Look {
        TEXT,
        ITEM,
        ROW
    }

    /**
     * @param text as shown, without markup; a row of a table with the headers of its columns
     * @param key whether it is the sentence that answers; the others are what it needs to be understood
     * @param marker what stands before a list item, such as {@code 2.}, or empty
     */
    public record Sentence(String text, boolean key, Look look, String marker, List<Citation> citations) {
        public Sentence {
            citations = List.copyOf(citations);
        }
    }

    public record Related(
            String article, int revision, String space, String language, String title, String heading, String anchor) {

        static Related of(Passage passage) {
            return new Related(
                    passage.page().id(),
                    passage.revision(),
                    passage.space(),
                    passage.language(),
                    passage.title(),
                    passage.heading(),
                    passage.anchor());
        }
    }

    public Answer {
        sentences = List.copyOf(sentences);
        related = List.copyOf(related);
    }

    public boolean isAnswered() {
        return outcome == Outcome.ANSWERED;
    }

    /** The same proof in other words. */
    public Answer saying(List<Sentence> other) {
        return new Answer(outcome, why, language, confidence, other, related, onlyIn, openPerson);
    }

    /** All shown sentences as one text. */
    public String text() {
        return org.askwell.common.markdown.MarkdownText.join(
                sentences.stream().map(Sentence::text).filter(Objects::nonNull).toList());
    }
}
