package org.askwell.knowledge;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the tags of a site generator (Liquid, as Jekyll and others use it) out of a Markdown text that came from its
 * folder: nobody runs them here, and readers would see them as they are written.
 *
 * <p>A tag that names a page becomes its path, one that names a channel of a chat its name, one that names a picture the
 * picture; comments go, and of blocks
 * only the tags around them. Fenced code is left as it is.
 */
final class SiteTags {

    private static final Pattern FENCE = Pattern.compile("(?ms)^ {0,3}(```|~~~).*?(^ {0,3}\\1[^\\n]*$|\\z)");
    private static final Pattern COMMENT =
            Pattern.compile("(?s)\\{%-?\\s*comment\\s*-?%}.*?\\{%-?\\s*endcomment\\s*-?%}");
    private static final Pattern PAGE =
            Pattern.compile("\\{%-?\\s*(?:page|link|post_url)\\s+[\"']?([^\"'%}\\s]+)[\"']?\\s*-?%}");
    private static final Pattern CHANNEL =
            Pattern.compile("\\{%-?\\s*slack_channel\\s+[\"']?#?([^\"'%}\\s]+)[\"']?(?:\\s+\"[^\"%}]*\")*\\s*-?%}");
    private static final Pattern PICTURE = Pattern.compile(
            "\\{%-?\\s*image(?:_with_class)?\\s+\"/?([^\"%}\\s]+)\"(?:\\s+\"[^\"%}]*\")*?(?:\\s+\"([^\"%}]*)\")?\\s*-?%}");
    private static final Pattern BASE = Pattern.compile("\\{\\{-?\\s*\\w+\\.base_?url\\s*-?}}");
    private static final Pattern OTHER = Pattern.compile(
            "\\{%-?\\s*(?:raw|endraw|alert|endalert|include|if|elsif|else|endif|unless|endunless|for|endfor|assign|capture|endcapture)\\b[^%\\n]*-?%}");

    private SiteTags() {}

    static String without(String markdown) {
        if (!markdown.contains("{%") && !markdown.contains("{{")) {
            return markdown;
        }
        var text = new StringBuilder();
        var fence = FENCE.matcher(markdown);
        int at = 0;
        while (fence.find()) {
            text.append(cleared(markdown.substring(at, fence.start()))).append(fence.group());
            at = fence.end();
        }
        return text.append(cleared(markdown.substring(at))).toString();
    }

    private static String cleared(String text) {
        var cleared = COMMENT.matcher(text).replaceAll("");
        cleared = PAGE.matcher(cleared).replaceAll(it -> Matcher.quoteReplacement(it.group(1)));
        cleared = CHANNEL.matcher(cleared).replaceAll(it -> Matcher.quoteReplacement("#" + it.group(1)));
        cleared = PICTURE.matcher(cleared)
                .replaceAll(it -> Matcher.quoteReplacement(
                        "![" + Objects.requireNonNullElse(it.group(2), "") + "](/" + it.group(1) + ")"));
        cleared = BASE.matcher(cleared).replaceAll("");
        return OTHER.matcher(cleared).replaceAll("");
    }
}
