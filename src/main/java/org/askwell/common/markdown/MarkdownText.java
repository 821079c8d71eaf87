package org.askwell.common.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The structure of one Markdown text, with the place of every piece.
 *
 * <p>It is parsed once and never changes. All offsets are UTF-16 indexes into {@link #markdown()}, so that
 * {@code markdown.substring(start, end)} is a quote with its markup; a quote never cuts a link, code or emphasis in
 * two. Front matter is not part of the text: take it off before.
 */
public final class MarkdownText {

    public record Heading(int level, String text, String anchor, int start, int end) {}

    /** What stands under one heading. The path leads from the outermost heading to its own; before the first it is empty. */
    public record Section(List<Heading> path, int start, int end, List<Block> blocks) {

        /** The own heading of the section, empty before the first one. */
        public String heading() {
            return path.isEmpty() ? "" : path.getLast().text();
        }

        /** What a reader sees of it, a block to a line, without the heading. */
        public String plain() {
            var lines = new ArrayList<String>();
            Lead table = null;
            for (var block : blocks) {
                if (block.kind() == BlockKind.TABLE_ROW
                        && block.lead() != null
                        && !block.lead().equals(table)) {
                    table = block.lead();
                    lines.add(table.text());
                }
                lines.add(block.text());
            }
            return String.join("\n", lines);
        }
    }

    public enum BlockKind {
        PARAGRAPH,
        LIST_ITEM,
        TABLE_ROW,
        QUOTE,
        CODE
    }

    /**
     * A paragraph, list item, table row or code. The lead is the sentence that introduces its list, or the header row
     * of its table (with the line under it). The marker is what stands before a list item: {@code 2.} or {@code •}.
     */
    public record Block(
            BlockKind kind, int start, int end, @Nullable Lead lead, String marker, List<Sentence> sentences) {

        public String text() {
            return join(sentences.stream().map(Sentence::text).toList());
        }

        /** The cells of a table row as shown; one cell for everything else. */
        public List<String> cells() {
            return MarkdownText.cells(text());
        }
    }

    public record Lead(int start, int end, String text) {

        public List<String> cells() {
            return MarkdownText.cells(text());
        }
    }

    /** One sentence as shown, without markup; its quote is the Markdown from start to end. A table row is one sentence. */
    public record Sentence(int start, int end, String text) {}

    private static final String BETWEEN_CELLS = " | ";
    private static final Pattern LEADS_IN = Pattern.compile(
            "[:：]$|\\b(following|below|these steps|as follows)\\b|如下|以下|下列|下面的", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAGS = Pattern.compile("(?is)<!--.*?-->|<(script|style)\\b.*?</\\1>|<[^>]*>");

    private final String markdown;
    private final List<Section> sections;
    private final List<Heading> headings;

    private MarkdownText(String markdown, List<Section> sections, List<Heading> headings) {
        this.markdown = markdown;
        this.sections = List.copyOf(sections);
        this.headings = List.copyOf(headings);
    }

    public static MarkdownText parse(String markdown) {
        return new Reading(markdown).read();
    }

    public String markdown() {
        return markdown;
    }

    /** The text cut at its headings of any level. */
    public List<Section> sections() {
        return sections;
    }

    /** All headings that cut the text, for a table of contents. */
    public List<Heading> headings() {
        return headings;
    }

    /** Sentences of one text joined as a reader expects it: with a space, but none between Chinese ones. */
    public static String join(List<String> sentences) {
        var text = new StringBuilder();
        for (var sentence : sentences) {
            if (!text.isEmpty() && !(Sentences.isChinese(text.charAt(text.length() - 1)))) {
                text.append(' ');
            }
            text.append(sentence);
        }
        return text.toString();
    }

    private static List<String> cells(String row) {
        return List.of(row.split(Pattern.quote(BETWEEN_CELLS), -1));
    }

    /** One pass over the parsed tree. */
    private static final class Reading {
        private final String markdown;
        private final Node document;
        private final Map<org.commonmark.node.Heading, String> anchors;
        private final List<Section> sections = new ArrayList<>();
        private final List<Heading> headings = new ArrayList<>();
        private List<Heading> path = new ArrayList<>();
        private List<Block> blocks = new ArrayList<>();
        private int start;

        Reading(String markdown) {
            this.markdown = markdown;
            this.document = Syntax.parse(markdown);
            this.anchors = Syntax.anchors(document);
        }

        MarkdownText read() {
            for (var node = document.getFirstChild(); node != null; node = node.getNext()) {
                var place = Syntax.place(node);
                if (node instanceof org.commonmark.node.Heading heading && place != null) {
                    close(place[0]);
                    open(heading, place);
                } else {
                    block(node, BlockKind.PARAGRAPH, null);
                }
            }
            close(markdown.length());
            return new MarkdownText(markdown, sections, headings);
        }

        private void open(org.commonmark.node.Heading node, int[] place) {
            var text = String.join(" ", Shown.of(markdown, node).text().split("\\s+"))
                    .strip();
            var heading = new Heading(node.getLevel(), text, anchors.getOrDefault(node, ""), place[0], place[1]);
            headings.add(heading);
            path = path.stream()
                    .filter(it -> it.level() < heading.level())
                    .collect(Collectors.toCollection(ArrayList::new));
            path.add(heading);
            start = place[0];
            blocks = new ArrayList<>();
        }

        private void close(int end) {
            if (!path.isEmpty() || !blocks.isEmpty()) {
                sections.add(new Section(List.copyOf(path), start, end, List.copyOf(blocks)));
            }
        }

        private void block(Node node, BlockKind kind, @Nullable Lead lead) {
            switch (node) {
                case ListBlock list -> list(list, lead);
                case TableBlock table -> table(table);
                case BlockQuote quote -> {
                    for (var child = quote.getFirstChild(); child != null; child = child.getNext()) {
                        block(child, BlockKind.QUOTE, lead);
                    }
                }
                case FencedCodeBlock code -> whole(code, BlockKind.CODE, code.getLiteral(), lead);
                case IndentedCodeBlock code -> whole(code, BlockKind.CODE, code.getLiteral(), lead);
                case HtmlBlock html ->
                    whole(html, kind, TAGS.matcher(html.getLiteral()).replaceAll(" "), lead);
                case Paragraph paragraph -> leaf(paragraph, paragraph, kind, lead, "");
                case org.commonmark.node.Heading heading -> leaf(heading, heading, kind, lead, "");
                default -> {}
            }
        }

        private void list(ListBlock list, @Nullable Lead outer) {
            var lead = lead(list, outer);
            var number = list instanceof OrderedList ordered && ordered.getMarkerStartNumber() != null
                    ? ordered.getMarkerStartNumber()
                    : 1;
            for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
                var marker = list instanceof OrderedList ? number++ + "." : "•";
                var own = lead;
                for (var child = item.getFirstChild(); child != null; child = child.getNext()) {
                    if (child instanceof Paragraph paragraph) {
                        var first = own == lead;
                        var sentences = leaf(
                                first ? item : paragraph, paragraph, BlockKind.LIST_ITEM, lead, first ? marker : "");
                        own = sentences.isEmpty() ? own : asLead(sentences.getLast());
                    } else {
                        block(child, BlockKind.LIST_ITEM, own);
                    }
                }
            }
        }

        /** A list is introduced by the sentence before it, or by the item it stands in. */
        private @Nullable Lead lead(ListBlock list, @Nullable Lead outer) {
            if (list.getParent() instanceof ListItem) {
                return outer;
            }
            if (list.getPrevious() instanceof Paragraph before) {
                var sentences = Shown.of(markdown, before).sentences();
                if (!sentences.isEmpty()
                        && LEADS_IN.matcher(sentences.getLast().text()).find()) {
                    return asLead(sentences.getLast());
                }
            }
            return outer;
        }

        private static Lead asLead(Sentence sentence) {
            return new Lead(sentence.start(), sentence.end(), sentence.text());
        }

        private void table(TableBlock table) {
            var lines = table.getSourceSpans();
            Lead header = null;
            var bodyless = true;
            for (var part = table.getFirstChild(); part != null; part = part.getNext()) {
                for (var row = part.getFirstChild(); row != null; row = row.getNext()) {
                    if (part instanceof TableHead && lines.size() > 1) {
                        var under = lines.get(1);
                        header = new Lead(
                                lines.getFirst().getInputIndex(), under.getInputIndex() + under.getLength(), row(row));
                    } else {
                        bodyless = false;
                        row((TableRow) row, header);
                    }
                }
            }
            if (bodyless && header != null && !header.text().isBlank()) {
                var sentence = new Sentence(header.start(), header.end(), header.text());
                blocks.add(new Block(BlockKind.TABLE_ROW, header.start(), header.end(), null, "", List.of(sentence)));
            }
        }

        private void row(TableRow row, @Nullable Lead header) {
            var place = Syntax.place(row);
            var text = row(row);
            if (place != null && !text.replace('|', ' ').isBlank()) {
                var sentence = new Sentence(place[0], place[1], text);
                blocks.add(new Block(BlockKind.TABLE_ROW, place[0], place[1], header, "", List.of(sentence)));
            }
        }

        private String row(Node row) {
            var cells = new ArrayList<String>();
            for (var cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                if (cell instanceof TableCell) {
                    cells.add(Shown.of(markdown, cell)
                            .text()
                            .strip()
                            .replace(BETWEEN_CELLS, " / ")
                            .replace('\n', ' '));
                }
            }
            return String.join(BETWEEN_CELLS, cells);
        }

        private List<Sentence> leaf(Node around, Node node, BlockKind kind, @Nullable Lead lead, String marker) {
            var sentences = Shown.of(markdown, node).sentences();
            var place = Syntax.place(node);
            var outer = Syntax.place(around);
            if (!sentences.isEmpty() && place != null) {
                blocks.add(new Block(
                        kind,
                        outer == null ? place[0] : Math.min(outer[0], place[0]),
                        place[1],
                        lead,
                        marker,
                        sentences));
            }
            return sentences;
        }

        private void whole(Node node, BlockKind kind, String literal, @Nullable Lead lead) {
            var place = Syntax.place(node);
            var text = kind == BlockKind.CODE
                    ? literal.stripTrailing()
                    : literal.strip().replaceAll("\\s+", " ");
            if (place != null && !text.isBlank()) {
                var sentence = new Sentence(place[0], place[1], text);
                blocks.add(new Block(kind, place[0], place[1], lead, "", List.of(sentence)));
            }
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "MarkdownText[%d sections]", sections.size());
    }
}
