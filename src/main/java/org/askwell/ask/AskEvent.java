package org.askwell.ask;

/** Something that happened to a question. */
public sealed interface AskEvent {

    QuestionId question();

    record Asked(QuestionId question, Answer.Outcome outcome) implements AskEvent {}

    record Rated(QuestionId question, boolean helpful) implements AskEvent {}

    record HandedOver(QuestionId question, String ticket) implements AskEvent {}
}
