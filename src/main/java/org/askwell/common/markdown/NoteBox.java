package org.askwell.common.markdown;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.parser.PostProcessor;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A box that catches the eye: a quote whose first line is {@code [!NOTE]}, as on GitHub.
 *
 * <p>The mark itself is no text: nobody sees it, and no answer quotes it.
 */
final class NoteBox extends BlockQuote {

    private static final Pattern MARK =
            Pattern.compile("\\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)]\\s*", Pattern.CASE_INSENSITIVE);

    /** The classes by which a style sheet tells the boxes apart. */
    static final Pattern CLASSES = Pattern.compile("note (note|tip|important|warning|caution)");

    private final String kind;

    private NoteBox(String kind) {
        this.kind = kind;
    }

    /** Finds the boxes while reading, and shows them. */
    static final class Extension implements Parser.ParserExtension, HtmlRenderer.HtmlRendererExtension, PostProcessor {

        @Override
        public void extend(Parser.Builder parser) {
            parser.postProcessor(this);
        }

        @Override
        public void extend(HtmlRenderer.Builder renderer) {
            renderer.nodeRendererFactory(Showing::new);
        }

        @Override
        public Node process(Node document) {
            var quotes = new ArrayList<BlockQuote>();
            for (var node : Syntax.inOrder(document)) {
                if (node instanceof BlockQuote quote) {
                    quotes.add(quote);
                }
            }
            quotes.forEach(Extension::box);
            return document;
        }

        private static void box(BlockQuote quote) {
            if (!(quote.getFirstChild() instanceof Paragraph first) || !(first.getFirstChild() instanceof Text text)) {
                return;
            }
            var mark = MARK.matcher(text.getLiteral());
            var behind = text.getNext();
            if (!mark.matches() || behind != null && !(behind instanceof SoftLineBreak)) {
                return;
            }
            text.unlink();
            if (behind == null) {
                first.unlink();
            } else {
                behind.unlink();
                var spans = first.getSourceSpans();
                first.setSourceSpans(spans.subList(Math.min(1, spans.size()), spans.size()));
            }
            var box = new NoteBox(mark.group(1).toLowerCase(Locale.ROOT));
            box.setSourceSpans(quote.getSourceSpans());
            while (quote.getFirstChild() != null) {
                box.appendChild(quote.getFirstChild());
            }
            quote.insertBefore(box);
            quote.unlink();
        }
    }

    private static final class Showing implements NodeRenderer {
        private final HtmlNodeRendererContext context;

        Showing(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(NoteBox.class);
        }

        @Override
        public void render(Node node) {
            var html = context.getWriter();
            html.line();
            html.tag("blockquote", new TreeMap<>(Map.of("class", "note " + ((NoteBox) node).kind, "role", "note")));
            html.line();
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            html.line();
            html.tag("/blockquote");
            html.line();
        }
    }
}
