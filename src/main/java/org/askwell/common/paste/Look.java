package org.askwell.common.paste;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * How a stretch of a line looks, as far as Markdown can say it.
 *
 * @param even whether bold says nothing here, as in headings, which are bold as a whole
 * @param link where it leads, or empty
 */
record Look(
        boolean bold,
        boolean italic,
        boolean strike,
        boolean code,
        boolean sub,
        boolean sup,
        boolean even,
        String link) {

    static final Look PLAIN = new Look(false, false, false, false, false, false, false, "");
    static final Look HEADING = new Look(false, false, false, false, false, false, true, "");

    private static final Set<String> CODE = Set.of("code", "kbd", "samp", "tt");
    private static final Pattern LINK = Pattern.compile("(?i)(https?://|mailto:)[^\\p{Cntrl}\\s\\\\]{1,2000}");
    private static final Pattern HEAVY = Pattern.compile("bold|bolder|[6-9]00");
    private static final Pattern LIGHT = Pattern.compile("normal|lighter|[1-5]00");

    /** How the content of an element looks that stands in a line of this look. */
    Look inside(Element element) {
        var tag = element.normalName();
        var weight = style(element, "font-weight");
        var slant = style(element, "font-style");
        boolean heavy = bold
                || tag.equals("b")
                || tag.equals("strong")
                || HEAVY.matcher(weight).matches();
        boolean slanted = italic || tag.equals("i") || tag.equals("em") || slant.equals("italic");
        return new Look(
                heavy && !even && !LIGHT.matcher(weight).matches(),
                slanted && !slant.equals("normal"),
                strike
                        || tag.equals("s")
                        || tag.equals("strike")
                        || tag.equals("del")
                        || style(element, "text-decoration").contains("line-through"),
                code || CODE.contains(tag),
                sub || tag.equals("sub"),
                sup || tag.equals("sup"),
                even,
                tag.equals("a") ? link(element) : link);
    }

    private static String link(Element anchor) {
        var href = anchor.attr("href").strip();
        return LINK.matcher(href).matches() ? href : "";
    }

    /** The value of one declaration in the element's own style, in small letters; empty without it. */
    static String style(Element element, String property) {
        for (var declaration : element.attr("style").split(";")) {
            int colon = declaration.indexOf(':');
            if (colon > 0 && declaration.substring(0, colon).strip().equalsIgnoreCase(property)) {
                return declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
