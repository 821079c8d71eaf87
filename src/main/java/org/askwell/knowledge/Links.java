package org.askwell.knowledge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Points the links and pictures of a Markdown text elsewhere, and leaves every other character as it is.
 *
 * <p>Only destinations are touched that can be found again literally in the text; code is never touched.
 */
final class Links {

    private static final int DEEPEST = 40;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    private static final Pattern ATTRIBUTE = Pattern.compile("(?i)\\b(?:src|href)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");

    private Links() {}

    private record Change(int start, int end, String destination) {}

    /** @param places the new destination for an old one, or empty to leave it */
    static String rewrite(String markdown, Function<String, Optional<String>> places) {
        try {
            return rewritten(markdown, places);
        } catch (StackOverflowError nestedBeyondSense) {
            // It is shown as plain text, where no link leads anywhere.
            return markdown;
        }
    }

    private static String rewritten(String markdown, Function<String, Optional<String>> places) {
        var changes = new ArrayList<Change>();
        PARSER.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                inline(link, link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                inline(image, image.getDestination());
                visitChildren(image);
            }

            @Override
            public void visit(LinkReferenceDefinition definition) {
                destination(definition, definition.getDestination(), "]:");
            }

            @Override
            public void visit(HtmlInline html) {
                attributes(html);
            }

            @Override
            public void visit(HtmlBlock html) {
                attributes(html);
            }

            private void inline(Node node, String old) {
                destination(node, old, "](");
            }

            private void destination(Node node, String old, String mark) {
                var fresh = places.apply(old);
                if (fresh.isEmpty() || node.getSourceSpans().isEmpty()) {
                    return;
                }
                int from = node.getSourceSpans().getFirst().getInputIndex();
                var last = node.getSourceSpans().getLast();
                int to = last.getInputIndex() + last.getLength();
                int at = markdown.lastIndexOf(mark, to - mark.length());
                if (mark.equals("]:")) {
                    at = markdown.indexOf(mark, from);
                }
                if (at < from) {
                    return;
                }
                int start = at + 2;
                while (start < to && Character.isWhitespace(markdown.charAt(start))) {
                    start++;
                }
                boolean angled = start < to && markdown.charAt(start) == '<';
                if (angled) {
                    start++;
                }
                if (markdown.startsWith(old, start)) {
                    changes.add(new Change(start, start + old.length(), fresh.get()));
                }
            }

            private void attributes(Node node) {
                if (node.getSourceSpans().isEmpty()) {
                    return;
                }
                int from = node.getSourceSpans().getFirst().getInputIndex();
                var last = node.getSourceSpans().getLast();
                var matcher = ATTRIBUTE.matcher(markdown).region(from, last.getInputIndex() + last.getLength());
                while (matcher.find()) {
                    int group = matcher.group(1) != null ? 1 : 2;
                    int start = matcher.start(group);
                    int end = matcher.end(group);
                    places.apply(matcher.group(group)).ifPresent(fresh -> changes.add(new Change(start, end, fresh)));
                }
            }
        });
        var text = new StringBuilder(markdown);
        changes.sort(Comparator.comparingInt(Change::start).reversed());
        changes.forEach(it -> text.replace(it.start(), it.end(), it.destination()));
        return text.toString();
    }
}
