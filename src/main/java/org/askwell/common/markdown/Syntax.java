package org.askwell.common.markdown;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.parser.PostProcessor;
import org.jspecify.annotations.Nullable;

/** The dialect of Markdown we read: CommonMark with tables, task lists, strikethrough and bare links, nested within reason. */
final class Syntax {

    private static final int DEEPEST_BLOCKS = 40;
    private static final int DEEPEST_NODES = 120;

    static final List<Extension> EXTENSIONS = List.of(
            new Shallow(),
            new NoteBox.Extension(),
            TablesExtension.create(),
            StrikethroughExtension.create(),
            TaskListItemsExtension.create(),
            AutolinkExtension.create());

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST_BLOCKS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private Syntax() {}

    static Node parse(String markdown) {
        try {
            return PARSER.parse(markdown);
        } catch (StackOverflowError nestedBeyondSense) {
            return asPlainText(markdown);
        }
    }

    /** The anchors of all headings in the order of the text, as GitHub makes them; a second heading of the same name gets -1. */
    static Map<Heading, String> anchors(Node document) {
        var anchors = new LinkedHashMap<Heading, String>();
        var taken = new HashMap<String, Integer>();
        for (var node : inOrder(document)) {
            if (node instanceof Heading heading) {
                var slug = slug(shownText(heading));
                var before = taken.merge(slug, 1, Integer::sum) - 1;
                anchors.put(heading, before == 0 ? slug : slug + "-" + before);
            }
        }
        return anchors;
    }

    static String slug(String heading) {
        var slug = new StringBuilder();
        heading.strip().toLowerCase(java.util.Locale.ROOT).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)
                    || c == '_'
                    || c == '-'
                    || Character.getType(c) == Character.NON_SPACING_MARK) {
                slug.appendCodePoint(c);
            } else if (Character.isWhitespace(c)) {
                slug.append('-');
            }
        });
        return slug.isEmpty() ? "section" : slug.toString();
    }

    /** Where a node stands in the text, or null where the parser does not say. */
    static int @Nullable [] place(Node node) {
        var spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return null;
        }
        var first = spans.getFirst();
        var last = spans.getLast();
        return new int[] {first.getInputIndex(), last.getInputIndex() + last.getLength()};
    }

    static String shownText(Node node) {
        var text = new StringBuilder();
        for (var each : inOrder(node)) {
            if (each instanceof Text literal) {
                text.append(literal.getLiteral());
            } else if (each instanceof Code code) {
                text.append(code.getLiteral());
            } else if (each instanceof SoftLineBreak || each instanceof HardLineBreak) {
                text.append(' ');
            }
        }
        return text.toString();
    }

    /** A node and everything under it, in the order of the text, without recursion. */
    static List<Node> inOrder(Node root) {
        var nodes = new ArrayList<Node>();
        walk(root, (node, depth) -> nodes.add(node));
        return nodes;
    }

    private interface Visit {
        void at(Node node, int depth);
    }

    private static void walk(Node root, Visit visit) {
        var depth = 0;
        Node node = root;
        while (node != null) {
            visit.at(node, depth);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node != root && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == root ? null : node.getNext();
        }
    }

    private static Node asPlainText(String markdown) {
        var document = new Document();
        var start = 0;
        for (var line = 0; start < markdown.length(); line++) {
            var end = markdown.indexOf('\n', start);
            end = end < 0 ? markdown.length() : end;
            var text = new Text(markdown.substring(start, end));
            var paragraph = new Paragraph();
            var spans = List.of(SourceSpan.of(line, 0, start, end - start));
            text.setSourceSpans(spans);
            paragraph.setSourceSpans(spans);
            paragraph.appendChild(text);
            document.appendChild(paragraph);
            start = end + 1;
        }
        return document;
    }

    /** Flattens what is nested deeper than anyone writes, before anything walks the tree by recursion. */
    private static final class Shallow implements Parser.ParserExtension, PostProcessor {

        @Override
        public void extend(Parser.Builder parser) {
            parser.postProcessor(this);
        }

        @Override
        public Node process(Node document) {
            var tooDeep = new ArrayList<Node>();
            walk(document, (node, depth) -> {
                if (depth == DEEPEST_NODES && !(node instanceof Block) && node.getFirstChild() != null) {
                    tooDeep.add(node);
                }
            });
            for (var node : tooDeep) {
                var text = new Text(shownText(node));
                text.setSourceSpans(node.getSourceSpans());
                node.insertBefore(text);
                node.unlink();
            }
            return document;
        }
    }
}
