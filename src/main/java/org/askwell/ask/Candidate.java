package org.askwell.ask;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import org.askwell.common.markdown.MarkdownText.Block;
import org.askwell.common.markdown.MarkdownText.BlockKind;
import org.askwell.common.markdown.MarkdownText.Section;
import org.askwell.common.markdown.MarkdownText.Sentence;

/** A sentence that may be the answer, and what speaks for it. */
final class Candidate {

    /** The signals in the order of {@link #signals()}; their weights are stored under these names. */
    static final List<String> SIGNALS = List.of(
            "coverage",
            "around",
            "context",
            "rest",
            "cosine",
            "wanted",
            "wanted-number",
            "hit",
            "hit-cosine",
            "hit-coverage",
            "first",
            "long",
            "item",
            "row",
            "code",
            "question",
            "intro",
            "compared");

    private static final Pattern WAY_ELSEWHERE =
            Pattern.compile("\\s*(?:[-*+]|\\d+[.)])?\\s*\\[[^\\]]*]\\((?!https?:|mailto:|tel:)[^)]*\\)[.;,。；]?\\s*");

    /** As long as a sentence that surely says something. */
    private static final double LONG_CHINESE = 30;

    private static final double LONG_ENGLISH = 90;

    final Found found;
    final int rank;
    final Section section;
    final int block;
    final int sentence;
    final BitSet words;
    final BitSet contextWords;

    double coverage;
    double around;
    double context;
    double rest;
    double cosine;
    boolean compared;
    double wanted;
    double wantedNumber;
    double hit;
    double hitCosine;
    double hitCoverage;

    /** How likely this is the sentence that answers, if one of the candidates is: all together are 1. */
    double share;

    Candidate(Found found, int rank, Section section, int block, int sentence, BitSet words, BitSet contextWords) {
        this.found = found;
        this.rank = rank;
        this.section = section;
        this.block = block;
        this.sentence = sentence;
        this.words = words;
        this.contextWords = contextWords;
    }

    Block inBlock() {
        return section.blocks().get(block);
    }

    Sentence itself() {
        return inBlock().sentences().get(sentence);
    }

    boolean isRow() {
        return inBlock().kind() == BlockKind.TABLE_ROW;
    }

    boolean isItem() {
        return inBlock().kind() == BlockKind.LIST_ITEM;
    }

    int length() {
        return itself().text().length();
    }

    String language() {
        return found.hit().passage().language();
    }

    /** The sentence as it can be understood alone: a list item after its lead-in, a cell after its header. */
    String understandable() {
        var lead = inBlock().lead();
        if (lead == null) {
            return itself().text();
        }
        return isRow() ? Rows.spoken(lead.cells(), inBlock().cells()) : lead.text() + " " + itself().text();
    }

    /** Whether it is nothing but the way to another page, as in a table of contents: says where, not what. */
    boolean isWayElsewhere() {
        var source = found.text().markdown().substring(itself().start(), itself().end());
        return WAY_ELSEWHERE.matcher(source).matches();
    }

    /** Questions in articles are not answers. */
    private boolean asks() {
        return itself().text().endsWith("?") || itself().text().endsWith("？");
    }

    double[] signals() {
        return new double[] {
            coverage,
            around,
            context,
            rest,
            cosine,
            wanted,
            wantedNumber,
            hit,
            hitCosine,
            hitCoverage,
            yes(block == 0 && sentence == 0),
            Math.min(1, length() / (language().equals("zh") ? LONG_CHINESE : LONG_ENGLISH)),
            yes(isItem()),
            yes(isRow()),
            yes(inBlock().kind() == BlockKind.CODE),
            yes(asks()),
            yes(section.path().isEmpty() && found.text().sections().size() > 1),
            yes(compared)
        };
    }

    private static double yes(boolean is) {
        return is ? 1 : 0;
    }
}
