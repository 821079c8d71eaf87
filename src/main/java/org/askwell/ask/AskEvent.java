package org.askwell.ask;

import org.jspecify.annotations.Nullable;

/** Something that happened to a question. */
public sealed interface AskEvent {

    QuestionId question();

    record Asked(AskedQuestion asked) implements AskEvent {

        @Override
        public QuestionId question() {
            return asked.name();
        }

        public Answer.Outcome outcome() {
            return asked.outcome();
        }
    }

    /**
     * @param shortcoming what is wrong with the answer, if the asker chose to say
     * @param reason in the asker's own words, or null
     */
    record Rated(
            AskedQuestion asked,
            boolean helpful,
            @Nullable Shortcoming shortcoming,
            @Nullable String reason) implements AskEvent {

        @Override
        public QuestionId question() {
            return asked.name();
        }
    }

    record HandedOver(QuestionId question, String ticket) implements AskEvent {}
}
