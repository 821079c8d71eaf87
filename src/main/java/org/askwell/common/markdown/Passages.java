package org.askwell.common.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/**
 * Finds in a Markdown text what somebody has selected of it as it is shown.
 *
 * <p>White space does not count: browsers and parsers do not agree on it. Where the same words stand several times, the
 * place decides that is nearest to where they were selected.
 */
public final class Passages {

    /** A letter that is shown: which leaf it is in, and the how manieth character there. */
    private record Letter(Leaf leaf, int at) {}

    private interface Leaf {
        String text();

        Markdown.Stretch written(int from, int to);
    }

    private final StringBuilder letters = new StringBuilder();
    private final List<Letter> places = new ArrayList<>();

    private Passages(String markdown) {
        for (var node : Syntax.inOrder(Syntax.parse(markdown))) {
            if (node instanceof Paragraph || node instanceof Heading || node instanceof TableCell) {
                take(inline(Shown.of(markdown, node)));
            } else if (node instanceof FencedCodeBlock code) {
                take(whole(code, code.getLiteral()));
            } else if (node instanceof IndentedCodeBlock code) {
                take(whole(code, code.getLiteral()));
            }
        }
    }

    /**
     * Where it is written, UTF-16 indexes, with the whole of all links, code and emphasis that it touches; empty when no
     * such words are shown.
     *
     * @param selected as shown
     * @param near how many characters, white space not counted, are shown before the selection
     */
    public static Optional<Markdown.Stretch> find(String markdown, String selected, int near) {
        return new Passages(markdown).find(dense(selected), near);
    }

    private Optional<Markdown.Stretch> find(String wanted, int near) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        int best = -1;
        for (int at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + 1)) {
            if (best < 0 || Math.abs(at - near) < Math.abs(best - near)) {
                best = at;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(stretch(best, best + wanted.length()));
    }

    private Markdown.Stretch stretch(int from, int to) {
        var first = places.get(from);
        var last = places.get(to - 1);
        if (first.leaf() == last.leaf()) {
            return first.leaf().written(first.at(), last.at() + 1);
        }
        return new Markdown.Stretch(
                first.leaf().written(first.at(), first.leaf().text().length()).start(),
                last.leaf().written(0, last.at() + 1).end());
    }

    private void take(Leaf leaf) {
        var text = leaf.text();
        for (int at = 0; at < text.length(); at++) {
            if (!isSpace(text.charAt(at))) {
                letters.append(text.charAt(at));
                places.add(new Letter(leaf, at));
            }
        }
    }

    private static Leaf inline(Shown shown) {
        return new Leaf() {
            @Override
            public String text() {
                return shown.text();
            }

            @Override
            public Markdown.Stretch written(int from, int to) {
                return shown.written(from, to);
            }
        };
    }

    /** Code is taken whole: nobody means half a line of it. */
    private static Leaf whole(Node code, String literal) {
        var place = Syntax.place(code);
        return new Leaf() {
            @Override
            public String text() {
                return place == null ? "" : literal;
            }

            @Override
            public Markdown.Stretch written(int from, int to) {
                return place == null ? new Markdown.Stretch(0, 0) : new Markdown.Stretch(place[0], place[1]);
            }
        };
    }

    private static String dense(String text) {
        var dense = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            if (!isSpace(text.charAt(at))) {
                dense.append(text.charAt(at));
            }
        }
        return dense.toString();
    }

    private static boolean isSpace(char letter) {
        return Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '\u200b';
    }
}
