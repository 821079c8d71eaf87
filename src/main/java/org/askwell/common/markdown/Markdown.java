package org.askwell.common.markdown;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Markdown as HTML that is safe to put into any page.
 *
 * <p>The one way from what people write to what people see: pages, previews, mails and REST all come here, so all show
 * the same. Scripts, styles, event handlers and foreign images do not survive; headings get anchors; a cited stretch
 * is marked. Everything here is pure and may be called from any thread.
 */
public final class Markdown {

    /** The id of the first marked piece of a cited stretch. */
    public static final String CITED = "cited";

    /** A stretch of the Markdown, UTF-16 indexes, the end exclusive. */
    public record Stretch(int start, int end) {}

    private static final Pattern LINK =
            Pattern.compile("(?i)(https?:|mailto:)[^\\p{Cntrl}\\\\]*|(?![a-z][a-z0-9+.-]*:|//)[^\\p{Cntrl}\\\\]*");
    private static final Pattern IMAGE = Pattern.compile("(?i)(?![a-z][a-z0-9+.-]*:|//)[^\\p{Cntrl}\\\\]*");
    private static final Pattern ANCHOR = Pattern.compile("[\\p{L}\\p{N}\\p{Mn}_-]{1,200}");
    private static final Pattern CODE_CLASS = Pattern.compile("language-[\\w+#.-]{1,40}");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "pre",
                    "code",
                    "em",
                    "strong",
                    "b",
                    "i",
                    "u",
                    "s",
                    "del",
                    "ins",
                    "sub",
                    "sup",
                    "kbd",
                    "samp",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "caption",
                    "a",
                    "img",
                    "mark",
                    "details",
                    "summary",
                    "div",
                    "span",
                    "abbr",
                    "small")
            .allowElements((name, attributes) -> attributes.contains("checkbox") ? name : null, "input")
            .allowAttributes("type")
            .matching(true, "checkbox")
            .onElements("input")
            .allowAttributes("disabled", "checked")
            .onElements("input")
            .allowUrlProtocols("http", "https", "mailto")
            .allowAttributes("href")
            .matching(LINK)
            .onElements("a")
            .allowAttributes("src")
            .matching(IMAGE)
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("title")
            .onElements("a", "img", "abbr")
            .allowAttributes("width", "height")
            .matching(Pattern.compile("\\d{1,4}"))
            .onElements("img")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("align")
            .matching(true, "left", "right", "center")
            .onElements("th", "td")
            .allowAttributes("colspan", "rowspan")
            .matching(Pattern.compile("\\d{1,2}"))
            .onElements("th", "td")
            .allowAttributes("open")
            .onElements("details")
            .allowAttributes("id")
            .matching(ANCHOR)
            .onElements("h1", "h2", "h3", "h4", "h5", "h6")
            .allowAttributes("id")
            .matching(true, CITED)
            .onElements("mark", "pre")
            .allowAttributes("class")
            .matching(true, CITED)
            .onElements("mark", "pre")
            .allowAttributes("class")
            .matching(NoteBox.CLASSES)
            .onElements("blockquote")
            .allowAttributes("role")
            .matching(true, "note")
            .onElements("blockquote")
            .allowAttributes("class")
            .matching(CODE_CLASS)
            .onElements("code")
            .allowAttributes("lang")
            .matching(Pattern.compile("[A-Za-z-]{2,12}"))
            .globally()
            .requireRelsOnLinks("noopener", "noreferrer")
            .allowWithoutAttributes("span", "a")
            .toFactory();

    private Markdown() {}

    public static String toSafeHtml(String markdown) {
        return toSafeHtml(markdown, null, UnaryOperator.identity());
    }

    /** As {@link #toSafeHtml(String)}, with the cited stretch between marks; the first has the id {@value #CITED}. */
    public static String toSafeHtml(String markdown, @Nullable Stretch cited) {
        return toSafeHtml(markdown, cited, UnaryOperator.identity());
    }

    /**
     * As {@link #toSafeHtml(String, Stretch)}, with the places that links and images point to translated first (so that
     * a path inside an imported folder finds its article or file). What the translation returns is checked like any other.
     */
    public static String toSafeHtml(String markdown, @Nullable Stretch cited, UnaryOperator<String> places) {
        var document = Syntax.parse(markdown);
        var anchors = Syntax.anchors(document);
        for (var node : Syntax.inOrder(document)) {
            if (node instanceof Link link) {
                link.setDestination(places.apply(link.getDestination()));
            } else if (node instanceof Image image) {
                image.setDestination(places.apply(image.getDestination()));
            }
        }
        var citedCode = cited == null || cited.end() <= cited.start()
                ? Map.<Node, Boolean>of()
                : mark(document, cited, markdown);
        var renderer = HtmlRenderer.builder()
                .extensions(Syntax.EXTENSIONS)
                .percentEncodeUrls(true)
                .nodeRendererFactory(MarkRenderer::new)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (node instanceof Heading heading && anchors.containsKey(heading)) {
                        attributes.put("id", anchors.get(heading));
                    } else if (tag.equals("pre") && citedCode.containsKey(node)) {
                        attributes.putAll(marked(citedCode.get(node)));
                    }
                })
                .build();
        return POLICY.sanitize(renderer.render(document));
    }

    /** Plain text as HTML that shows it, also between quotation marks. */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }

    /** Only the sanitiser: for HTML that comes from elsewhere, such as a mail. */
    public static String sanitize(String html) {
        return POLICY.sanitize(html);
    }

    /** The table of contents: every heading of the text with its anchor. */
    public static List<MarkdownText.Heading> contents(String markdown) {
        return MarkdownText.parse(markdown).headings();
    }

    /** Marks the stretch; returns the code blocks it touches, which cannot stand inside a mark and are marked themselves. */
    private static Map<Node, Boolean> mark(Node document, Stretch cited, String markdown) {
        var codeBlocks = new HashMap<Node, Boolean>();
        var first = true;
        for (var node : Syntax.inOrder(document)) {
            var place = Syntax.place(node);
            if (place == null || place[1] <= cited.start() || cited.end() <= place[0]) {
                continue;
            }
            if (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock) {
                codeBlocks.put(node, first);
                first = false;
            } else if (node instanceof Code
                    || node instanceof Text text && !text.getLiteral().isBlank()) {
                if (node instanceof Text text) {
                    cut(text, place, cited, markdown);
                }
                wrap(node, first);
                first = false;
            }
        }
        return codeBlocks;
    }

    /** Leaves in the node only what is cited; escapes and entities differ in length from what they show, so those stay whole. */
    private static void cut(Text node, int[] place, Stretch cited, String markdown) {
        var literal = node.getLiteral();
        if (!markdown.startsWith(literal, place[0]) || place[1] - place[0] != literal.length()) {
            return;
        }
        var from = Math.max(0, cited.start() - place[0]);
        var to = Math.min(literal.length(), cited.end() - place[0]);
        if (from > 0) {
            node.insertBefore(new Text(literal.substring(0, from)));
        }
        if (to < literal.length()) {
            node.insertAfter(new Text(literal.substring(to)));
        }
        node.setLiteral(literal.substring(from, to));
    }

    private static void wrap(Node node, boolean first) {
        var mark = new Marked(first);
        node.insertBefore(mark);
        mark.appendChild(node);
    }

    private static Map<String, String> marked(boolean first) {
        return first ? new TreeMap<>(Map.of("class", CITED, "id", CITED)) : Map.of("class", CITED);
    }

    /** A marked piece; only the first of a stretch carries the id. */
    private static final class Marked extends CustomNode {
        private final boolean first;

        Marked(boolean first) {
            this.first = first;
        }
    }

    private static final class MarkRenderer implements NodeRenderer {
        private final HtmlNodeRendererContext context;

        MarkRenderer(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Marked.class);
        }

        @Override
        public void render(Node node) {
            var html = context.getWriter();
            html.tag("mark", marked(((Marked) node).first));
            for (var child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            html.tag("/mark");
        }
    }
}
