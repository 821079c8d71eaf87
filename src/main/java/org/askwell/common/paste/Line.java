package org.askwell.common.paste;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/**
 * The stretches of one line (a paragraph, a heading, a cell) on their way into Markdown.
 *
 * <p>Programs cut a bold word into five spans and put spaces and full stops inside: stretches that look alike are joined,
 * and what stands at the edge of an emphasis goes outside where Markdown would not see it otherwise ({@code **注意：**请}
 * is not bold).
 */
final class Line {

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\r\\f\\u00A0]+");
    private static final String CHINESE = "\\u2E80-\\u9FFF\\uF900-\\uFAFF\\uFF00-\\uFFEF";
    private static final Pattern WRAPPED =
            Pattern.compile("(?<=[" + CHINESE + "])[ \\t]*[\\r\\n][ \\t\\r\\n]*(?=[" + CHINESE + "])");
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF\\uE000-\\uF8FF\\p{Cntrl}&&[^\\t\\n\\r\\f]]");

    private enum Kind {
        TEXT,
        BREAK,
        PICTURE,
        RAW
    }

    private record Piece(Kind kind, String text, String place, Look look) {}

    private final List<Piece> pieces = new ArrayList<>();

    void text(String written, Look look) {
        var text = BLANKS.matcher(
                        UNSEEN.matcher(WRAPPED.matcher(written).replaceAll("")).replaceAll(""))
                .replaceAll(" ");
        if (endsBlank() && text.startsWith(" ")) {
            text = text.substring(1);
        }
        if (text.isEmpty()) {
            return;
        }
        var last = pieces.isEmpty() ? null : pieces.getLast();
        if (last != null && last.kind == Kind.TEXT && last.look.equals(look)) {
            pieces.set(pieces.size() - 1, new Piece(Kind.TEXT, last.text + text, "", look));
        } else {
            pieces.add(new Piece(Kind.TEXT, text, "", look));
        }
    }

    /** Something that is Markdown already. */
    void raw(String markdown) {
        pieces.add(new Piece(Kind.RAW, markdown, "", Look.PLAIN));
    }

    void picture(String place, String says, Look look) {
        pieces.add(new Piece(Kind.PICTURE, says, place, look));
    }

    void lineBreak(Look look) {
        if (!pieces.isEmpty()) {
            pieces.add(new Piece(Kind.BREAK, "", "", look));
        }
    }

    /** A new line unless it has begun already. */
    void fresh() {
        if (!pieces.isEmpty() && pieces.getLast().kind != Kind.BREAK) {
            lineBreak(Look.PLAIN);
        }
    }

    boolean isEmpty() {
        return pieces.stream().allMatch(it -> it.kind == Kind.BREAK || it.kind == Kind.TEXT && it.text.isBlank());
    }

    private boolean endsBlank() {
        return pieces.isEmpty()
                || pieces.getLast().kind == Kind.BREAK
                || pieces.getLast().kind == Kind.TEXT && pieces.getLast().text.endsWith(" ");
    }

    /** Adds it as paragraphs, one for each stretch between two breaks, and begins anew. */
    void endParagraph(Node into) {
        var part = new ArrayList<Piece>();
        for (int at = 0; at <= pieces.size(); at++) {
            boolean cut = at == pieces.size()
                    || pieces.get(at).kind == Kind.BREAK
                            && at + 1 < pieces.size()
                            && pieces.get(at + 1).kind == Kind.BREAK;
            if (!cut) {
                part.add(pieces.get(at));
                continue;
            }
            var trimmed = trimmed(part);
            if (!trimmed.isEmpty()) {
                var paragraph = new Paragraph();
                build(trimmed, paragraph, Line::hardBreak);
                into.appendChild(paragraph);
            }
            part.clear();
        }
        pieces.clear();
    }

    /** Adds it to a heading, where nothing breaks. */
    void endHeading(Node into) {
        build(trimmed(pieces), into, ignored -> new Text(" "));
        pieces.clear();
    }

    /** Adds it to the cell of a table, where breaks are written as such. */
    void endCell(Node into) {
        build(trimmed(pieces), into, ignored -> html("<br>"));
        pieces.clear();
    }

    private static Node hardBreak(Piece ignored) {
        return new HardLineBreak();
    }

    /** Without blanks and breaks at both ends, without blanks before a break, and with breaks outside what ends there. */
    private static List<Piece> trimmed(List<Piece> pieces) {
        var trimmed = new ArrayList<Piece>();
        for (var piece : pieces) {
            if (piece.kind == Kind.BREAK) {
                trimEnd(trimmed);
            }
            if (!trimmed.isEmpty() || piece.kind != Kind.BREAK && !isBlank(piece)) {
                trimmed.add(trimmed.isEmpty() ? stripped(piece, true) : piece);
            }
        }
        while (!trimmed.isEmpty() && trimmed.getLast().kind == Kind.BREAK) {
            trimmed.removeLast();
            trimEnd(trimmed);
        }
        trimEnd(trimmed);
        for (int at = 1; at + 1 < trimmed.size(); at++) {
            if (trimmed.get(at).kind == Kind.BREAK && !trimmed.get(at - 1).look.equals(trimmed.get(at + 1).look)) {
                trimmed.set(at, new Piece(Kind.BREAK, "", "", Look.PLAIN));
            }
        }
        return trimmed;
    }

    private static void trimEnd(List<Piece> pieces) {
        while (!pieces.isEmpty() && isBlank(pieces.getLast())) {
            pieces.removeLast();
        }
        if (!pieces.isEmpty()) {
            pieces.set(pieces.size() - 1, stripped(pieces.getLast(), false));
        }
    }

    private static boolean isBlank(Piece piece) {
        return piece.kind == Kind.TEXT && piece.text.isBlank();
    }

    private static Piece stripped(Piece piece, boolean start) {
        return piece.kind != Kind.TEXT
                ? piece
                : new Piece(
                        piece.kind,
                        start ? piece.text.stripLeading() : piece.text.stripTrailing(),
                        piece.place,
                        piece.look);
    }

    private static void build(List<Piece> pieces, Node into, Function<Piece, Node> breaks) {
        new Nesting(breaks).nest(pieces, 0, into, ' ', ' ', false);
    }

    /** What can be put around a stretch, from the outermost to the innermost. */
    private static final List<Function<Look, Object>> AROUND =
            List.of(Look::link, Look::bold, Look::italic, Look::strike, Look::sub, Look::sup, Look::code);

    private static final List<String> TAGS = List.of("", "strong", "em", "del", "sub", "sup", "");

    /** Turns the flat stretches into nodes inside nodes. */
    private record Nesting(Function<Piece, Node> breaks) {

        /**
         * @param before the letter before these pieces
         * @param after the letter behind them
         * @param tight whether they touch another emphasis, so that their marks would run together
         */
        void nest(List<Piece> pieces, int level, Node into, char before, char after, boolean tight) {
            if (level == AROUND.size()) {
                pieces.forEach(piece -> into.appendChild(leaf(piece)));
                return;
            }
            var looks = AROUND.get(level);
            for (int from = 0; from < pieces.size(); ) {
                int to = from + 1;
                var value = looks.apply(pieces.get(from).look);
                while (to < pieces.size() && looks.apply(pieces.get(to).look).equals(value)) {
                    to++;
                }
                var group = pieces.subList(from, to);
                char left = from == 0 ? before : lastLetter(pieces.get(from - 1));
                char right = to == pieces.size() ? after : firstLetter(pieces.get(to));
                boolean touches = tight
                        || from > 0 && isMarked(pieces.get(from - 1), level) && !isBlank(left)
                        || to < pieces.size() && isMarked(pieces.get(to), level) && !isBlank(right);
                if (value.equals(Boolean.FALSE) || value.equals("")) {
                    nest(group, level + 1, into, left, right, tight);
                } else {
                    wrap(group, level, into, left, right, touches);
                }
                from = to;
            }
        }

        private void wrap(List<Piece> group, int level, Node into, char left, char right, boolean touches) {
            if (group.stream().allMatch(it -> it.kind == Kind.BREAK || Line.isBlank(it))) {
                nest(group, level + 1, into, left, right, false);
                return;
            }
            switch (level) {
                case 0 -> {
                    var link = new Link(group.getFirst().look.link(), null);
                    nest(group, 1, link, '[', ']', false);
                    into.appendChild(link);
                }
                case 1, 2, 3 -> emphasise(group, level, into, left, right, touches);
                case 4, 5 -> tagged(group, level, into);
                default ->
                    group.forEach(piece ->
                            into.appendChild(piece.kind == Kind.TEXT ? new Code(piece.text.strip()) : leaf(piece)));
            }
        }

        /** Marks that are not seen as marks are worse than none: edges go outside, and where that is not enough tags do it. */
        private void emphasise(List<Piece> group, int level, Node into, char left, char right, boolean touches) {
            var inner = new ArrayList<>(group);
            var ahead = edge(inner, true, left);
            var behind = edge(inner, false, right);
            if (inner.isEmpty()) {
                nest(group, level + 1, into, left, right, false);
                return;
            }
            char first = firstLetter(inner.getFirst());
            char last = lastLetter(inner.getLast());
            char outsideLeft = ahead.isEmpty() ? left : ahead.charAt(ahead.length() - 1);
            char outsideRight = behind.isEmpty() ? right : behind.charAt(0);
            if (!ahead.isEmpty()) {
                into.appendChild(new Text(ahead));
            }
            boolean seen = opens(outsideLeft, first) && opens(outsideRight, last);
            if (seen && !(touches && ahead.isEmpty() && behind.isEmpty())) {
                var node = level == 1
                        ? new StrongEmphasis("**")
                        : level == 2 ? new Emphasis("*") : new Strikethrough("~~");
                nest(inner, level + 1, node, '*', '*', false);
                into.appendChild(node);
            } else {
                tagged(inner, level, into);
            }
            if (!behind.isEmpty()) {
                into.appendChild(new Text(behind));
            }
        }

        private void tagged(List<Piece> group, int level, Node into) {
            into.appendChild(html("<" + TAGS.get(level) + ">"));
            nest(group, level + 1, into, '>', '<', false);
            into.appendChild(html("</" + TAGS.get(level) + ">"));
        }

        /** Takes off what may not stand at the edge: blanks always, punctuation where a letter is next to it. */
        private static String edge(List<Piece> pieces, boolean start, char outside) {
            var taken = new StringBuilder();
            while (!pieces.isEmpty()) {
                var piece = start ? pieces.getFirst() : pieces.getLast();
                if (piece.kind != Kind.TEXT || piece.look.code()) {
                    break;
                }
                int cut = 0;
                var text = piece.text;
                while (cut < text.length()) {
                    char letter = start ? text.charAt(cut) : text.charAt(text.length() - 1 - cut);
                    char next = taken.isEmpty() ? outside : start ? taken.charAt(taken.length() - 1) : taken.charAt(0);
                    if (opens(next, letter)) {
                        break;
                    }
                    if (start) {
                        taken.append(letter);
                    } else {
                        taken.insert(0, letter);
                    }
                    cut++;
                }
                if (cut == 0) {
                    break;
                }
                pieces.remove(start ? 0 : pieces.size() - 1);
                if (cut < text.length()) {
                    var rest = start ? text.substring(cut) : text.substring(0, text.length() - cut);
                    pieces.add(start ? 0 : pieces.size(), new Piece(piece.kind, rest, piece.place, piece.look));
                    break;
                }
            }
            return taken.toString();
        }

        /** Whether a mark between these two letters is seen as one that belongs to the inner letter. */
        private static boolean opens(char outer, char inner) {
            return !isBlank(inner) && (!isPunctuation(inner) || isBlank(outer) || isPunctuation(outer));
        }

        private Node leaf(Piece piece) {
            return switch (piece.kind) {
                case TEXT -> new Text(piece.text);
                case RAW -> html(piece.text);
                case BREAK -> breaks.apply(piece);
                case PICTURE -> {
                    var image = new Image(piece.place, null);
                    image.appendChild(new Text(piece.text));
                    yield image;
                }
            };
        }

        /** Whether marks of a deeper level stand around it. */
        private static boolean isMarked(Piece piece, int level) {
            return level < 2 && piece.look.italic() || level < 3 && piece.look.strike();
        }

        private static char firstLetter(Piece piece) {
            return switch (piece.kind) {
                case TEXT -> piece.look.code() ? '`' : piece.text.charAt(0);
                case BREAK -> ' ';
                default -> '!';
            };
        }

        private static char lastLetter(Piece piece) {
            return switch (piece.kind) {
                case TEXT -> piece.look.code() ? '`' : piece.text.charAt(piece.text.length() - 1);
                case BREAK -> ' ';
                default -> ')';
            };
        }

        private static boolean isBlank(char letter) {
            return Character.isWhitespace(letter);
        }

        private static boolean isPunctuation(char letter) {
            return !Character.isLetterOrDigit(letter) && !isBlank(letter) && !Character.isSurrogate(letter);
        }
    }

    private static HtmlInline html(String tag) {
        var html = new HtmlInline();
        html.setLiteral(tag);
        return html;
    }
}
