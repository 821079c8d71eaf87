package org.askwell.common.paste;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Word and WPS write a list as paragraphs that carry their level in the style and their number in the text: here they
 * become lists again.
 *
 * <p>A number that Markdown does not know (一、, 第二条) stays in the text, since others refer to it.
 */
final class OfficeLists {

    private static final Pattern LEVEL = Pattern.compile("mso-list:\\s*l\\d+\\s+level(\\d)");
    private static final Pattern NUMBER = Pattern.compile("[(（]?(\\d{1,6})[.)）．、]?");
    private static final Pattern LETTER = Pattern.compile("[(（]?([a-zA-Z]|[ivxlcIVXLC]{1,6})[.)）．]");
    private static final Pattern WORDS = Pattern.compile(".*[\\p{L}\\p{N}].*");
    private static final String MARKER = "[style*=mso-list:Ignore], [style*=mso-list: Ignore]";

    private OfficeLists() {}

    private record Open(int level, Element list) {}

    private enum Kind {
        BULLET,
        NUMBER,
        /** The marker says more than a list can. */
        WORDS
    }

    static void fold(Element page) {
        for (var paragraph : page.select("[style*=mso-list]")) {
            if (paragraph.is("h1, h2, h3, h4, h5, h6") || level(paragraph) > 0 && kind(paragraph) == Kind.WORDS) {
                keepMarker(paragraph);
            }
        }
        for (var paragraph : page.select("p[style*=mso-list], div[style*=mso-list]")) {
            if (isItem(paragraph)) {
                fold(paragraph, new ArrayDeque<>());
            }
        }
    }

    /** Takes the paragraph and those that follow it into lists in its place. */
    private static void fold(Element first, Deque<Open> open) {
        var next = (Node) first;
        var last = first;
        boolean begun = false;
        while (next != null) {
            var after = next.nextSibling();
            if (next instanceof Element element && isItem(element)) {
                var top = place(element, open);
                if (top != null) {
                    if (begun) {
                        last.after(top);
                    } else {
                        element.before(top);
                    }
                    last = top;
                    begun = true;
                }
                take(element, open);
            } else if (!isNothing(next)) {
                return;
            }
            next = after;
        }
    }

    /** Makes sure that the innermost open list is the one for this paragraph; returns a list that is new at the top. */
    private static @Nullable Element place(Element paragraph, Deque<Open> open) {
        int level = level(paragraph);
        var tag = kind(paragraph) == Kind.NUMBER ? "ol" : "ul";
        while (!open.isEmpty() && open.peek().level() > level) {
            open.pop();
        }
        if (!open.isEmpty() && open.peek().level() == level) {
            if (open.peek().list().normalName().equals(tag)) {
                return null;
            }
            open.pop();
        }
        var list = new Element(tag);
        if (tag.equals("ol")) {
            var number = NUMBER.matcher(marker(paragraph));
            if (number.matches()) {
                list.attr("start", number.group(1));
            }
        }
        var around = open.peek();
        open.push(new Open(level, list));
        if (around == null) {
            return list;
        }
        var item = around.list().lastElementChild();
        (item == null ? around.list() : item).appendChild(list);
        return null;
    }

    private static void take(Element paragraph, Deque<Open> open) {
        paragraph.select(MARKER).remove();
        var item = new Element("li");
        for (var child : paragraph.childNodesCopy()) {
            item.appendChild(child);
        }
        paragraph.remove();
        var list = open.element().list();
        list.appendChild(item);
    }

    private static void keepMarker(Element paragraph) {
        for (var span : paragraph.select(MARKER)) {
            var marker = text(span);
            span.replaceWith(new TextNode(marker.isEmpty() ? "" : marker + " "));
        }
        paragraph.removeAttr("style");
    }

    private static boolean isItem(Element element) {
        return element.parent() != null && level(element) > 0;
    }

    /** Between two items: blanks, comments, and empty paragraphs. */
    private static boolean isNothing(Node node) {
        return node instanceof Comment
                || node instanceof TextNode text && text.isBlank()
                || node instanceof Element element
                        && element.normalName().equals("p")
                        && text(element).isEmpty()
                        && element.selectFirst("img") == null;
    }

    private static int level(Element element) {
        var level = LEVEL.matcher(element.attr("style"));
        return level.find() ? Integer.parseInt(level.group(1)) : 0;
    }

    private static Kind kind(Element paragraph) {
        var marker = marker(paragraph);
        if (NUMBER.matcher(marker).matches() || LETTER.matcher(marker).matches()) {
            return Kind.NUMBER;
        }
        // The o and n of Courier New and Wingdings are circles and squares.
        return marker.length() > 1 && WORDS.matcher(marker).matches() ? Kind.WORDS : Kind.BULLET;
    }

    private static String marker(Element paragraph) {
        var span = paragraph.selectFirst(MARKER);
        return span == null ? "" : text(span);
    }

    private static String text(Element element) {
        return element.text().replace('\u00A0', ' ').strip();
    }
}
