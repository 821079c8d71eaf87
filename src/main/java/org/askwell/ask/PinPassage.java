package org.askwell.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.askwell.ask.Answer.Look;
import org.askwell.common.Refusal;
import org.askwell.common.markdown.CodePoints;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.common.markdown.MarkdownText.Block;
import org.askwell.common.markdown.MarkdownText.BlockKind;
import org.askwell.common.markdown.MarkdownText.Section;
import org.askwell.common.markdown.MarkdownText.Sentence;
import org.askwell.knowledge.ArticleId;

/**
 * The passage that a desk has chosen as an answer: whole sentences of one section.
 *
 * @param start Unicode code points into the Markdown of that revision
 * @param quote what stands there
 */
record PinPassage(ArticleId article, int revision, int start, int end, String quote) {

    static final int LONGEST = 2_000;

    /** A sentence with what stands around it. */
    private record Piece(Section section, Block block, int at) {

        Sentence sentence() {
            return block.sentences().get(at);
        }
    }

    /**
     * What was chosen, cut to the whole sentences in it.
     *
     * @param from in code points, as is {@code to}
     */
    static PinPassage chosen(ArticleId article, int revision, MarkdownText text, int from, int to) {
        var markdown = text.markdown();
        int length = markdown.codePointCount(0, markdown.length());
        if (from < 0 || to > length || from >= to) {
            throw Refusal.invalid("pin-passage-empty");
        }
        var pieces = pieces(text, CodePoints.toUtf16(markdown, from), CodePoints.toUtf16(markdown, to));
        if (pieces.isEmpty()) {
            throw Refusal.invalid("pin-passage-empty");
        }
        if (!isOneSection(pieces)) {
            throw Refusal.invalid("pin-passage-one-section");
        }
        int start = pieces.getFirst().sentence().start();
        int end = pieces.getLast().sentence().end();
        if (markdown.codePointCount(start, end) > LONGEST) {
            throw Refusal.invalid("pin-passage-too-long", LONGEST);
        }
        return new PinPassage(
                article,
                revision,
                CodePoints.of(markdown, start),
                CodePoints.of(markdown, end),
                markdown.substring(start, end));
    }

    /** Where the same words stand in another revision, the nearest if they stand there more than once. */
    Optional<PinPassage> in(int other, MarkdownText text) {
        var markdown = text.markdown();
        PinPassage nearest = null;
        for (int at = markdown.indexOf(quote); at >= 0; at = markdown.indexOf(quote, at + 1)) {
            if (isWhole(text, at)) {
                int from = CodePoints.of(markdown, at);
                if (nearest == null || Math.abs(from - start) < Math.abs(nearest.start - start)) {
                    nearest =
                            new PinPassage(article, other, from, from + quote.codePointCount(0, quote.length()), quote);
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private boolean isWhole(MarkdownText text, int at) {
        int end = at + quote.length();
        var pieces = pieces(text, at, end);
        return !pieces.isEmpty()
                && pieces.getFirst().sentence().start() == at
                && pieces.getLast().sentence().end() == end
                && isOneSection(pieces);
    }

    /** What is shown, each sentence with its proof; a list item after the words that introduce its list. */
    List<Answer.Sentence> sentences(String title, MarkdownText text) {
        var markdown = text.markdown();
        int from = CodePoints.toUtf16(markdown, start);
        var pieces = pieces(text, from, CodePoints.toUtf16(markdown, end));
        var shown = new ArrayList<Answer.Sentence>();
        MarkdownText.Lead said = null;
        for (var piece : pieces) {
            var lead = piece.block().lead();
            boolean item = piece.block().kind() == BlockKind.LIST_ITEM;
            if (item && lead != null && !lead.equals(said) && lead.start() < from) {
                shown.add(new Answer.Sentence(
                        lead.text(),
                        false,
                        Look.TEXT,
                        "",
                        List.of(cite(piece, title, markdown, lead.start(), lead.end()))));
            }
            said = lead;
            shown.add(sentence(piece, piece == pieces.getFirst(), title, markdown));
        }
        return shown;
    }

    private Answer.Sentence sentence(Piece piece, boolean key, String title, String markdown) {
        var block = piece.block();
        var lead = block.lead();
        var sentence = piece.sentence();
        var own = cite(piece, title, markdown, sentence.start(), sentence.end());
        if (block.kind() == BlockKind.TABLE_ROW) {
            return lead == null
                    ? new Answer.Sentence(sentence.text(), key, Look.ROW, "", List.of(own))
                    : new Answer.Sentence(
                            Rows.spoken(lead.cells(), block.cells()),
                            key,
                            Look.ROW,
                            "",
                            List.of(own, cite(piece, title, markdown, lead.start(), lead.end())));
        }
        boolean item = block.kind() == BlockKind.LIST_ITEM && piece.at() == 0;
        return new Answer.Sentence(
                sentence.text(), key, item ? Look.ITEM : Look.TEXT, item ? block.marker() : "", List.of(own));
    }

    private Citation cite(Piece piece, String title, String markdown, int from, int to) {
        var heading = piece.section().heading();
        return new Citation(
                article.value(),
                revision,
                title,
                heading.isEmpty() ? title : heading,
                from,
                to,
                markdown.substring(from, to));
    }

    /** The sentences that stand between two places as a whole, in their order. */
    private static List<Piece> pieces(MarkdownText text, int from, int to) {
        var pieces = new ArrayList<Piece>();
        for (var section : text.sections()) {
            if (section.start() < to && section.end() > from) {
                for (var block : section.blocks()) {
                    for (int at = 0; at < block.sentences().size(); at++) {
                        var sentence = block.sentences().get(at);
                        if (sentence.start() >= from && sentence.end() <= to) {
                            pieces.add(new Piece(section, block, at));
                        }
                    }
                }
            }
        }
        return pieces;
    }

    private static boolean isOneSection(List<Piece> pieces) {
        return Objects.equals(
                pieces.getFirst().section().start(), pieces.getLast().section().start());
    }
}
