package org.askwell.common.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** What a reader sees of one paragraph, heading or cell, and where in the Markdown each character of it comes from. */
final class Shown {

    /** A piece of markup that must stay whole in a quote: shown characters [from, to), written as [start, end). */
    record Whole(int from, int to, int start, int end) {}

    private final String markdown;
    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private final List<Whole> wholes = new ArrayList<>();
    private int cursor;

    private Shown(String markdown, int from) {
        this.markdown = markdown;
        this.cursor = from;
    }

    static Shown of(String markdown, Node leaf) {
        var place = Syntax.place(leaf);
        var shown = new Shown(markdown, place == null ? 0 : place[0]);
        shown.children(leaf);
        return shown;
    }

    String text() {
        return text.toString();
    }

    List<Whole> wholes() {
        return wholes;
    }

    /** The sentences of it. Markup is never cut: what begins inside a link, code or emphasis ends with it. */
    List<MarkdownText.Sentence> sentences() {
        var sentences = new ArrayList<MarkdownText.Sentence>();
        var from = 0;
        for (var cut : Sentences.cuts(text)) {
            if (wholes.stream().anyMatch(it -> it.from() < cut && cut < it.to())) {
                continue;
            }
            add(sentences, from, cut);
            from = cut;
        }
        add(sentences, from, text.length());
        return sentences;
    }

    private void add(List<MarkdownText.Sentence> sentences, int from, int to) {
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from == to) {
            return;
        }
        var place = written(from, to);
        sentences.add(new MarkdownText.Sentence(place.start(), place.end(), text.substring(from, to)));
    }

    /** Where the shown characters [from, to) are written, with the whole of all markup that they touch. */
    Markdown.Stretch written(int from, int to) {
        var start = starts[from];
        var end = ends[to - 1];
        for (var whole : wholes) {
            if (whole.from() < to && from < whole.to()) {
                start = Math.min(start, whole.start());
                end = Math.max(end, whole.end());
            }
        }
        return new Markdown.Stretch(start, end);
    }

    private void children(Node parent) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            show(node);
        }
    }

    private void show(Node node) {
        switch (node) {
            case Text literal -> literal(literal);
            case Code code -> whole(node, () -> atomic(code.getLiteral(), place(node)));
            case SoftLineBreak ignored -> lineBreak(' ');
            case HardLineBreak ignored -> lineBreak('\n');
            case HtmlInline html -> {
                if (html.getLiteral().toLowerCase(java.util.Locale.ROOT).startsWith("<br")) {
                    lineBreak('\n');
                }
            }
            case Image ignored -> {}
            default -> whole(node, () -> children(node));
        }
    }

    private void whole(Node node, Runnable content) {
        var from = text.length();
        content.run();
        if (text.length() == from) {
            return;
        }
        var place = Syntax.place(node);
        var start = place == null ? starts[from] : Math.min(place[0], starts[from]);
        var end = place == null ? ends[text.length() - 1] : Math.max(place[1], ends[text.length() - 1]);
        wholes.add(new Whole(from, text.length(), start, end));
        cursor = Math.max(cursor, end);
    }

    private void literal(Text node) {
        var literal = node.getLiteral();
        var place = place(node);
        var raw = place[0];
        var mapped = new int[literal.length() * 2];
        for (var i = 0; i < literal.length(); i++) {
            var end = rawEnd(raw, literal, i, place[1]);
            if (end < 0) {
                atomic(literal, place);
                return;
            }
            mapped[2 * i] = raw;
            mapped[2 * i + 1] = end;
            raw = end;
        }
        if (raw != place[1]) {
            atomic(literal, place);
            return;
        }
        for (var i = 0; i < literal.length(); i++) {
            append(literal.charAt(i), mapped[2 * i], mapped[2 * i + 1]);
        }
    }

    /** Where the writing of one shown character ends: itself, escaped by a backslash, or an entity; -1 where it is none of them. */
    private int rawEnd(int raw, String literal, int i, int limit) {
        if (raw >= limit) {
            return raw == limit && i > 0 && Character.isLowSurrogate(literal.charAt(i)) ? raw : -1;
        }
        var c = markdown.charAt(raw);
        if (c == '\\'
                && raw + 1 < limit
                && markdown.charAt(raw + 1) == literal.charAt(i)
                && literal.charAt(i) != '\\') {
            return raw + 2;
        }
        if (c == '\\' && literal.charAt(i) == '\\') {
            return raw + 1 < limit && markdown.charAt(raw + 1) == '\\' ? raw + 2 : raw + 1;
        }
        if (c == '&') {
            var end = entityEnd(raw, limit);
            if (end > 0
                    && (literal.charAt(i) != '&'
                            || Set.of("&amp;", "&#38;", "&#x26;").contains(markdown.substring(raw, end)))) {
                return end;
            }
        }
        return c == literal.charAt(i) || c == 0 ? raw + 1 : -1;
    }

    private int entityEnd(int raw, int limit) {
        for (var i = raw + 1; i < Math.min(limit, raw + 34); i++) {
            var c = markdown.charAt(i);
            if (c == ';') {
                return i + 1;
            }
            if (!(c == '#' || Character.isLetterOrDigit(c))) {
                return -1;
            }
        }
        return -1;
    }

    /** A stretch that is only known as a whole: no sentence may begin or end inside it. */
    private void atomic(String literal, int[] place) {
        var from = text.length();
        for (var i = 0; i < literal.length(); i++) {
            append(literal.charAt(i), place[0], place[1]);
        }
        if (text.length() > from) {
            wholes.add(new Whole(from, text.length(), place[0], place[1]));
        }
    }

    private void lineBreak(char shown) {
        var end = text.length();
        if (end == 0) {
            return;
        }
        // Chinese lines join without a space; where the next line is not Chinese the splitter sees no harm either.
        append(shown, ends[end - 1], ends[end - 1]);
    }

    private void append(char c, int start, int end) {
        if (text.length() == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
            ends = Arrays.copyOf(ends, ends.length * 2);
        }
        var shown = c == '\u00a0' ? ' ' : c;
        if (text.length() > 0
                && text.charAt(text.length() - 1) == ' '
                && text.length() > 1
                && Sentences.isChinese(text.charAt(text.length() - 2))
                && Sentences.isChinese(shown)
                && starts[text.length() - 1] == ends[text.length() - 1]) {
            text.setLength(text.length() - 1);
            wholes.replaceAll(
                    it -> it.to() > text.length() ? new Whole(it.from(), text.length(), it.start(), it.end()) : it);
        }
        starts[text.length()] = start;
        ends[text.length()] = end;
        text.append(shown);
        cursor = Math.max(cursor, end);
    }

    private int[] place(Node node) {
        var place = Syntax.place(node);
        if (place != null) {
            return place;
        }
        // The parser loses the place of a few pieces it makes later, such as bare links: they follow what came before.
        var literal = node instanceof Text text ? text.getLiteral() : Syntax.shownText(node);
        var found = markdown.indexOf(literal, cursor);
        return found < 0 ? new int[] {cursor, cursor} : new int[] {found, found + literal.length()};
    }
}
