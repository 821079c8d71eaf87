package org.askwell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.askwell.knowledge.TextDiff.Kind;
import org.askwell.knowledge.TextDiff.Piece;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TextDiffTest {

    @Test
    void a_changed_word_is_shown_as_that_word() {
        assertThat(TextDiff.lines(
                        "Leave begins after six months.\nPart days are dropped.\n",
                        "Leave begins after twelve months.\nPart days are dropped.\n"))
                .containsExactly(
                        new Piece(Kind.SAME, "Leave begins after "),
                        new Piece(Kind.REMOVED, "six"),
                        new Piece(Kind.ADDED, "twelve"),
                        new Piece(Kind.SAME, " months.\n"),
                        new Piece(Kind.SAME, "Part days are dropped.\n"));
    }

    @Test
    void chinese_changes_by_the_character() {
        assertThat(TextDiff.lines("年假为五天。", "年假为十天。"))
                .containsExactly(
                        new Piece(Kind.SAME, "年假为"),
                        new Piece(Kind.REMOVED, "五"),
                        new Piece(Kind.ADDED, "十"),
                        new Piece(Kind.SAME, "天。"));
    }

    @Test
    void an_added_line_is_whole() {
        assertThat(TextDiff.lines("a\nc\n", "a\nb\nc\n"))
                .containsExactly(
                        new Piece(Kind.SAME, "a\n"), new Piece(Kind.ADDED, "b\n"), new Piece(Kind.SAME, "c\n"));
    }

    @Test
    void the_pieces_make_both_texts_again_whatever_they_are() {
        var dice = new Random(7);
        for (int round = 0; round < 400; round++) {
            var before = some(dice);
            var after = some(dice);
            var pieces = TextDiff.lines(before, after);
            assertThat(pieces.stream()
                            .filter(it -> it.kind() != Kind.ADDED)
                            .map(Piece::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(before);
            assertThat(pieces.stream()
                            .filter(it -> it.kind() != Kind.REMOVED)
                            .map(Piece::text)
                            .collect(Collectors.joining()))
                    .isEqualTo(after);
        }
    }

    @Test
    void two_long_texts_with_nothing_in_common_do_not_take_forever() {
        var before = lines("x", 5_000);
        var after = lines("y", 5_000);
        var pieces = TextDiff.lines(before, after);
        assertThat(pieces.stream()
                        .filter(it -> it.kind() != Kind.REMOVED)
                        .map(Piece::text)
                        .collect(Collectors.joining()))
                .isEqualTo(after);
    }

    private static String lines(String with, int count) {
        var text = new StringBuilder();
        for (int line = 0; line < count; line++) {
            text.append(with).append(line).append('\n');
        }
        return text.toString();
    }

    private static String some(Random dice) {
        var text = new StringBuilder();
        int length = dice.nextInt(30);
        for (int at = 0; at < length; at++) {
            text.append(new String[] {"a", "b", " ", "\n", "年", "😀"}[dice.nextInt(6)]);
        }
        return text.toString();
    }
}
