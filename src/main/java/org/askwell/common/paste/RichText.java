package org.askwell.common.paste;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.renderer.markdown.MarkdownRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Makes Markdown of what Word, Excel, WPS, or a web page put on the clipboard.
 *
 * <p>Headings, emphasis, links, lists, tables, quotes and code come along; fonts, colours, scripts, styles, comments and
 * deleted text do not. What comes out is written by the Markdown renderer, so that a star in the text stays a star. Pure
 * apart from the {@link PictureKeeper}; may be called from any thread.
 */
public final class RichText {

    private static final int DEEPEST = 200;
    private static final int DEEPEST_NESTED = 8;
    private static final int DEEPEST_HEADING = 6;

    private static final Pattern VML_PICTURE =
            Pattern.compile("<v:imagedata\\b[^>]*?\\bsrc=\"([^\"]+)\"", Pattern.CASE_INSENSITIVE);

    private static final Pattern LANGUAGE = Pattern.compile("\\blang(?:uage)?-([\\w+#.-]{1,40})");

    private static final String NOT_TEXT =
            "script, style, noscript, template, iframe, object, embed, svg, canvas, audio, video, button, select, textarea,"
                    + " input:not([type=checkbox]), meta, link, title, xml, map, [hidden], .msocomanchor, .MsoCommentReference,"
                    + " del[datetime], [style*=mso-element:comment-list]";

    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "nav",
            "aside",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
            "table",
            "pre",
            "blockquote",
            "hr",
            "figure",
            "figcaption",
            "address",
            "details",
            "summary",
            "form",
            "fieldset",
            "legend",
            "center");

    private static final MarkdownRenderer RENDERER = MarkdownRenderer.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .build();

    private final Set<Element> holdBlocks = new HashSet<>();
    private final Pictures pictures;

    private RichText(Pictures pictures) {
        this.pictures = pictures;
    }

    public static Pasted toMarkdown(Clipboard clipboard, PictureKeeper keeper) {
        var page = Jsoup.parse(clipboard.html(), "", Parser.htmlParser().setMaxDepth(DEEPEST));
        findPicturesInComments(page);
        page.select(NOT_TEXT).remove();
        page.body().select("[style]").forEach(element -> {
            if (isHidden(element) && !element.normalName().equals("tr")) {
                element.remove();
            }
        });
        OfficeLists.fold(page.body());
        var pictures = Pictures.of(page, clipboard, keeper);
        var document = new RichText(pictures).read(page.body());
        return new Pasted(RENDERER.render(document).strip(), pictures.kept(), pictures.missing());
    }

    private Document read(Element body) {
        findBlocks(body);
        var document = new Document();
        blocks(body, document, Look.PLAIN, 0);
        belowTitle(document);
        return document;
    }

    /** Office writes a drawing into a comment, and for others a picture behind it; sometimes only the comment. */
    private static void findPicturesInComments(Element page) {
        page.traverse((NodeVisitor) (node, depth) -> {
            if (!(node instanceof Comment comment) || !comment.getData().startsWith("[if gte vml")) {
                return;
            }
            var picture = VML_PICTURE.matcher(comment.getData());
            if (!picture.find() || isFollowedByPicture(comment)) {
                return;
            }
            comment.after(new Element("img").attr("src", picture.group(1)));
        });
    }

    private static boolean isFollowedByPicture(Comment comment) {
        var next = comment.nextSibling();
        for (int looked = 0; next != null && looked < 3; looked++) {
            if (next instanceof Comment other && other.getData().startsWith("[if !vml]")) {
                return true;
            }
            next = next.nextSibling();
        }
        return false;
    }

    static boolean isHidden(Element element) {
        return Look.style(element, "display").equals("none")
                || Look.style(element, "visibility").equals("hidden")
                || Look.style(element, "mso-hide").equals("all");
    }

    private void findBlocks(Element body) {
        for (var element : body.getAllElements()) {
            if (BLOCKS.contains(element.normalName())) {
                for (var around = element.parent(); around != null && holdBlocks.add(around); ) {
                    around = around.parent();
                }
            }
        }
    }

    private boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName()) || holdBlocks.contains(element);
    }

    /** The content of an element: its blocks, and the lines between them as paragraphs. */
    private void blocks(Element from, Node into, Look look, int nested) {
        var line = new Line();
        for (var child : from.childNodes()) {
            if (child instanceof Element element && isBlock(element)) {
                line.endParagraph(into);
                block(element, into, look, nested);
            } else {
                inline(child, line, look);
            }
        }
        line.endParagraph(into);
    }

    private void block(Element element, Node into, Look look, int nested) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                heading(element, element.normalName().charAt(1) - '0', into);
            case "p" -> {
                if (element.hasClass("MsoTitle")) {
                    heading(element, 1, into);
                } else {
                    blocks(element, into, look.inside(element), nested);
                }
            }
            case "ul", "ol" -> list(element, into, look, nested);
            case "table" -> table(element, into, look, nested);
            case "blockquote" -> quote(element, into, look, nested);
            case "pre" -> code(element, into);
            case "hr" -> into.appendChild(new ThematicBreak());
            default -> blocks(element, into, look.inside(element), nested);
        }
    }

    private void heading(Element element, int level, Node into) {
        var line = new Line();
        flat(element, line, Look.HEADING);
        if (line.isEmpty()) {
            line.endParagraph(into);
            return;
        }
        var heading = new Heading();
        heading.setLevel(level);
        line.endHeading(heading);
        into.appendChild(heading);
    }

    private void list(Element element, Node into, Look look, int nested) {
        if (nested >= DEEPEST_NESTED) {
            blocks(element, into, look, nested);
            return;
        }
        boolean beside = into.getLastChild() instanceof ListBlock;
        ListBlock list = element.normalName().equals("ol") ? numbered(element, into) : bulleted(beside);
        for (var child : element.children()) {
            boolean isList =
                    child.normalName().equals("ul") || child.normalName().equals("ol");
            if (isList && list.getLastChild() != null) {
                list(child, list.getLastChild(), look, nested + 1);
                continue;
            }
            var item = new ListItem();
            if (isList) {
                list(child, item, look, nested + 1);
            } else {
                blocks(child, item, look.inside(child), nested + 1);
            }
            if (item.getFirstChild() != null) {
                list.appendChild(item);
            }
        }
        if (list.getFirstChild() != null) {
            list.setTight(isTight(list));
            into.appendChild(list);
        }
    }

    /** Two lists in a row are two only if their marks differ. */
    private static ListBlock bulleted(boolean beside) {
        var list = new BulletList();
        list.setMarker(beside ? "*" : "-");
        return list;
    }

    private static ListBlock numbered(Element element, Node into) {
        var list = new OrderedList();
        var before = into.getLastChild() instanceof OrderedList other ? other.getMarkerDelimiter() : ")";
        list.setMarkerDelimiter(".".equals(before) ? ")" : ".");
        try {
            list.setMarkerStartNumber(
                    Math.clamp(Integer.parseInt(element.attr("start").strip()), 0, 999_999_999));
        } catch (NumberFormatException none) {
            list.setMarkerStartNumber(1);
        }
        return list;
    }

    private static boolean isTight(ListBlock list) {
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            int paragraphs = 0;
            for (var block = item.getFirstChild(); block != null; block = block.getNext()) {
                if (block instanceof Paragraph) {
                    paragraphs++;
                } else if (!(block instanceof ListBlock)) {
                    return false;
                }
            }
            if (paragraphs > 1) {
                return false;
            }
        }
        return true;
    }

    private void quote(Element element, Node into, Look look, int nested) {
        if (nested >= DEEPEST_NESTED) {
            blocks(element, into, look, nested);
            return;
        }
        var quote = new BlockQuote();
        blocks(element, quote, look.inside(element), nested + 1);
        if (quote.getFirstChild() != null) {
            into.appendChild(quote);
        }
    }

    private static void code(Element element, Node into) {
        var code = new FencedCodeBlock();
        var text = element.wholeText().replace("\r\n", "\n").replace('\u00A0', ' ');
        int fence = 3;
        while (text.contains("`".repeat(fence))) {
            fence++;
        }
        code.setFenceCharacter("`");
        code.setOpeningFenceLength(fence);
        code.setClosingFenceLength(fence);
        var inner = element.selectFirst("code[class]");
        var language = LANGUAGE.matcher(inner == null ? "" : inner.className());
        code.setInfo(language.find() ? language.group(1) : "");
        code.setLiteral(text.endsWith("\n") ? text : text + "\n");
        if (!text.isBlank()) {
            into.appendChild(code);
        }
    }

    private void table(Element element, Node into, Look look, int nested) {
        element.select("caption").forEach(caption -> {
            blocks(caption, into, look, nested);
            caption.remove();
        });
        if (isLayout(element)) {
            element.select("> tr > td, > * > tr > td, > tr > th, > * > tr > th")
                    .forEach(cell -> blocks(cell, into, look, nested));
            return;
        }
        var grid = Grid.of(element);
        var title = grid.takeTitle();
        if (title != null) {
            blocks(title, into, look, nested);
        }
        if (grid.columns() == 0) {
            return;
        }
        if (grid.columns() == 1 && grid.rows().size() == 1) {
            var only = grid.rows().getFirst().getFirst().element();
            if (only != null) {
                blocks(only, into, look, nested);
            }
            return;
        }
        into.appendChild(table(grid));
    }

    /** A table that only arranges a page: it holds others, or what no cell can hold. */
    private static boolean isLayout(Element table) {
        return table.select("table, pre, hr").size() > 1 || "presentation".equals(table.attr("role"));
    }

    private TableBlock table(Grid grid) {
        int headers = grid.headers();
        var rows = grid.rows();
        var alignments = new TableCell.@Nullable Alignment[grid.columns()];
        for (int column = 0; column < alignments.length; column++) {
            alignments[column] = alignment(rows.subList(headers, rows.size()), column);
        }
        var head = new TableRow();
        for (int column = 0; column < grid.columns(); column++) {
            var line = new Line();
            Element before = null;
            for (var row : rows.subList(0, headers)) {
                var cell = row.get(column);
                var element = cell.element();
                if (element == null || element == before || headers == 1 && cell.repeated()) {
                    continue;
                }
                if (before != null && !line.isEmpty() && element.hasText()) {
                    line.text(" / ", Look.PLAIN);
                }
                flat(element, line, Look.HEADING);
                before = element;
            }
            head.appendChild(cell(line, true, alignments[column]));
        }
        var table = new TableBlock();
        var tableHead = new TableHead();
        tableHead.appendChild(head);
        table.appendChild(tableHead);
        var body = new TableBody();
        for (var row : rows.subList(headers, rows.size())) {
            var tableRow = new TableRow();
            for (int column = 0; column < row.size(); column++) {
                var line = new Line();
                var element = row.get(column).element();
                if (element != null && !row.get(column).repeated()) {
                    flat(element, line, Look.PLAIN.inside(element));
                }
                tableRow.appendChild(cell(line, false, alignments[column]));
            }
            body.appendChild(tableRow);
        }
        if (body.getFirstChild() != null) {
            table.appendChild(body);
        }
        return table;
    }

    private static TableCell cell(Line line, boolean header, TableCell.@Nullable Alignment alignment) {
        var cell = new TableCell();
        cell.setHeader(header);
        cell.setAlignment(alignment);
        line.endCell(cell);
        return cell;
    }

    /** To the right where all that stands in the column does: amounts. */
    private static TableCell.@Nullable Alignment alignment(List<List<Grid.Cell>> rows, int column) {
        boolean any = false;
        for (var row : rows) {
            var cell = row.get(column);
            var element = cell.element();
            if (element == null || cell.isEmpty() || cell.repeated()) {
                continue;
            }
            if (!isRight(element)) {
                return null;
            }
            any = true;
        }
        return any ? TableCell.Alignment.RIGHT : null;
    }

    private static boolean isRight(Element cell) {
        if (cell.attr("align").equalsIgnoreCase("right")
                || Look.style(cell, "text-align").equals("right")) {
            return true;
        }
        var first = cell.firstElementChild();
        return first != null
                && first.normalName().equals("p")
                && (first.attr("align").equalsIgnoreCase("right")
                        || Look.style(first, "text-align").equals("right"));
    }

    /** Everything inside an element on one line, its blocks apart by breaks: for headings and cells. */
    private void flat(Element element, Line line, Look look) {
        int number = 1;
        for (var child : element.childNodes()) {
            if (!(child instanceof Element inner) || !isBlock(inner)) {
                inline(child, line, look);
                continue;
            }
            line.fresh();
            if (inner.normalName().equals("li")) {
                boolean counts = "ol".equals(element.normalName());
                line.text(counts ? number++ + ". " : "• ", Look.PLAIN);
            }
            flat(inner, line, look.inside(inner));
            line.fresh();
        }
    }

    private void inline(org.jsoup.nodes.Node node, Line line, Look look) {
        if (node instanceof TextNode text) {
            line.text(text.getWholeText(), look);
        } else if (node instanceof Element element) {
            switch (element.normalName()) {
                case "br" -> line.lineBreak(look);
                case "wbr" -> {}
                case "img" -> picture(element, line, look);
                case "input" -> line.raw(element.hasAttr("checked") ? "[x] " : "[ ] ");
                default -> {
                    var inside = look.inside(element);
                    element.childNodes().forEach(child -> inline(child, line, inside));
                }
            }
        }
    }

    private void picture(Element img, Line line, Look look) {
        var place = pictures.place(img);
        if (place != null) {
            line.picture(place, Pictures.says(img), look);
        }
    }

    /** The article has its title already: what is pasted begins one level below. */
    private static void belowTitle(Document document) {
        var highest = new int[] {DEEPEST_HEADING};
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                highest[0] = Math.min(highest[0], heading.getLevel());
            }
        });
        if (highest[0] > 1) {
            return;
        }
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                heading.setLevel(Math.min(DEEPEST_HEADING, heading.getLevel() + 1));
            }
        });
    }
}
