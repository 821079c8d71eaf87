package org.askwell.common.paste;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.askwell.common.paste.Pasted.Missing;
import org.askwell.common.paste.Pasted.Reason;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where the pictures of a pasted page are: in its own text, on the clipboard beside it, or nowhere that may be looked at.
 *
 * <p>Nothing is ever fetched. Pictures that only count readers are left out without a word.
 */
final class Pictures {

    private static final int LONGEST_NAME = 60;
    private static final int SMALLEST = 3;
    private static final Pattern ELSEWHERE = Pattern.compile("(?i)(https?:)?//.*");
    private static final Pattern DATA = Pattern.compile("(?i)data:[^,]{0,200};base64,");
    /** What office programs add to a description that they have made up themselves. */
    private static final Pattern BY_ITSELF = Pattern.compile(
            "(AI-generated content may be incorrect\\.?|Description automatically generated|AI 生成的内容可能不正确。?|描述已自动生成)\\s*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");

    private final Clipboard clipboard;
    private final PictureKeeper keeper;
    private final Map<Element, String> places = new IdentityHashMap<>();
    private final List<Missing> missing = new ArrayList<>();

    private Pictures(Clipboard clipboard, PictureKeeper keeper) {
        this.clipboard = clipboard;
        this.keeper = keeper;
    }

    static Pictures of(Document page, Clipboard clipboard, PictureKeeper keeper) {
        var pictures = new Pictures(clipboard, keeper);
        page.select("img").forEach(img -> {
            if (countsReaders(img)) {
                img.remove();
            }
        });
        pictures.find(page.select("img"), page);
        return pictures;
    }

    /** Where the page will find the picture, or null when it did not come along. */
    @Nullable
    String place(Element img) {
        return places.get(img);
    }

    int kept() {
        return places.size();
    }

    List<Missing> missing() {
        return missing;
    }

    static String says(Element img) {
        var said = BLANKS.matcher(img.attr("alt")).replaceAll(" ");
        return BY_ITSELF.matcher(said).replaceFirst("").strip();
    }

    private void find(List<Element> all, Document page) {
        var beside = beside(all, page);
        int number = 0;
        for (var img : all) {
            number++;
            var src = img.attr("src").strip();
            var data = DATA.matcher(src);
            var itsFile = beside.get(img);
            if (itsFile != null) {
                keep(img, number, itsFile);
            } else if (data.lookingAt()) {
                keep(img, number, decoded(src.substring(data.end())));
            } else {
                boolean elsewhere = ELSEWHERE.matcher(src).matches();
                boolean unreadable = src.regionMatches(true, 0, "data:", 0, 5);
                missing.add(new Missing(
                        number,
                        name(img),
                        elsewhere ? Reason.ELSEWHERE : unreadable ? Reason.UNREADABLE : Reason.LEFT_BEHIND));
            }
        }
    }

    private void keep(Element img, int number, byte[] content) {
        var place = content.length == 0 ? Optional.<String>empty() : keeper.keep(content);
        place.ifPresentOrElse(
                it -> places.put(img, it), () -> missing.add(new Missing(number, name(img), Reason.UNREADABLE)));
    }

    /**
     * The bytes that lie beside the text, for the pictures whose files only the other program can read. They are told
     * apart by nothing but their order: if they are not as many, none is taken, for a wrong picture is worse than none.
     */
    private Map<Element, byte[]> beside(List<Element> all, Document page) {
        var pairs = new IdentityHashMap<Element, byte[]>();
        var local = all.stream().filter(Pictures::isLocal).toList();
        var files = clipboard.beside();
        if (all.size() == 1 && files.size() == 1 && !page.body().hasText()) {
            pairs.put(all.getFirst(), files.getFirst());
            return pairs;
        }
        var inText = local.isEmpty() ? List.<byte[]>of() : clipboard.inside();
        // Beside a range of cells lies a picture of the whole range.
        var found = inText.isEmpty() && page.selectFirst("table") == null ? files : inText;
        if (found.size() == local.size()) {
            for (int at = 0; at < found.size(); at++) {
                pairs.put(local.get(at), found.get(at));
            }
        }
        return pairs;
    }

    private static boolean isLocal(Element img) {
        var src = img.attr("src").strip();
        return !ELSEWHERE.matcher(src).matches() && !src.regionMatches(true, 0, "data:", 0, 5);
    }

    private static boolean countsReaders(Element img) {
        return isTiny(img, "width") && isTiny(img, "height") || img.attr("src").contains("base64,R0lGODlhAQABA");
    }

    private static boolean isTiny(Element img, String side) {
        var size = img.attr(side).isEmpty() ? Look.style(img, side) : img.attr(side);
        var digits = size.replaceAll("(px|pt)?\\s*$", "").strip();
        try {
            return !digits.isEmpty() && Double.parseDouble(digits) <= SMALLEST;
        } catch (NumberFormatException relative) {
            return false;
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException broken) {
            return new byte[0];
        }
    }

    private static String name(Element img) {
        var says = says(img);
        if (says.isEmpty() && !img.attr("src").startsWith("data:")) {
            says = img.attr("src").replaceAll("[?#].*", "").replaceAll(".*[/\\\\]", "");
        }
        return says.length() <= LONGEST_NAME ? says : says.substring(0, LONGEST_NAME) + "…";
    }
}
