package org.askwell.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a page into passages: by heading, long sections again between their blocks.
 */
final class Passages {

    /** About what the embedding models read well at once. */
    static final int LONG = 320;

    private Passages() {}

    static List<Passage> of(Page page) {
        var passages = new ArrayList<Passage>();
        var path = new ArrayList<String>();
        var levels = new ArrayList<Integer>();
        var markdown = page.markdown();
        int start = -1;
        int end = 0;
        var text = new StringBuilder();
        boolean code = false;
        for (int at = 0; at < markdown.length(); ) {
            int newline = markdown.indexOf('\n', at);
            int next = newline < 0 ? markdown.length() : newline + 1;
            var line = markdown.substring(at, newline < 0 ? markdown.length() : newline);
            if (line.startsWith("```")) {
                code = !code;
            }
            int level = code ? 0 : level(line);
            boolean full = line.isBlank() && length(text) > LONG;
            if ((level > 0 || full) && start >= 0) {
                passages.add(passage(page, passages.size(), path, start, end, text));
                start = -1;
                text.setLength(0);
            }
            if (level > 0) {
                while (!levels.isEmpty() && levels.getLast() >= level) {
                    levels.removeLast();
                    path.removeLast();
                }
                levels.add(level);
                path.add(line.substring(level).strip());
            } else if (!line.isBlank()) {
                if (start < 0) {
                    start = at;
                }
                end = newline < 0 ? markdown.length() : newline;
                text.append(line).append('\n');
            }
            at = next;
        }
        if (start >= 0) {
            passages.add(passage(page, passages.size(), path, start, end, text));
        }
        return passages;
    }

    private static Passage passage(Page page, int number, List<String> path, int start, int end, StringBuilder text) {
        return new Passage(
                page.ref(),
                page.revision(),
                number,
                page.space(),
                page.language(),
                page.title(),
                path,
                "",
                start,
                end,
                text.toString().strip());
    }

    private static int level(String line) {
        int level = 0;
        while (level < line.length() && line.charAt(level) == '#') {
            level++;
        }
        return level <= 6 && level < line.length() && line.charAt(level) == ' ' ? level : 0;
    }

    /** In tokens of the embedding models, roughly. */
    static int length(CharSequence text) {
        int quarters = 0;
        for (int at = 0; at < text.length(); at++) {
            quarters += text.charAt(at) < 0x2E80 ? 1 : 4;
        }
        return quarters / 4;
    }
}
