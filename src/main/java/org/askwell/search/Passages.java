package org.askwell.search;

import java.util.ArrayList;
import java.util.List;
import org.askwell.common.markdown.MarkdownText;
import org.askwell.common.markdown.MarkdownText.Block;
import org.askwell.common.markdown.MarkdownText.BlockKind;
import org.askwell.common.markdown.MarkdownText.Heading;
import org.askwell.common.markdown.MarkdownText.Section;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a page into passages: one for each heading, more for long sections, never inside a block.
 *
 * <p>A page without any text still has one empty passage, so that its title is found.
 */
final class Passages {

    /** Where a section is cut, in tokens of the embedding models: they read twice as much, but blur what they read. */
    private static final int LONG = 256;

    private final Page page;
    private final List<Passage> passages = new ArrayList<>();

    private Passages(Page page) {
        this.page = page;
    }

    static List<Passage> of(Page page) {
        return new Passages(page).cut();
    }

    private List<Passage> cut() {
        for (var section : MarkdownText.parse(page.markdown()).sections()) {
            cut(section);
        }
        if (passages.isEmpty()) {
            add(List.of(), "", 0, 0, "");
        }
        return passages;
    }

    private void cut(Section section) {
        var blocks = new ArrayList<Block>();
        int length = 0;
        for (var block : section.blocks()) {
            int more = length(block.text());
            if (!blocks.isEmpty() && length + more > LONG) {
                add(section.path(), blocks);
                blocks.clear();
                length = 0;
            }
            blocks.add(block);
            length += more;
        }
        if (!blocks.isEmpty()) {
            add(section.path(), blocks);
        }
    }

    private void add(List<Heading> path, List<Block> blocks) {
        var lines = new ArrayList<String>();
        String header = null;
        for (var block : blocks) {
            var itsHeader = header(block);
            if (itsHeader != null && !itsHeader.equals(header)) {
                lines.add(itsHeader);
            }
            header = itsHeader;
            lines.add(block.text());
        }
        add(
                path.stream().map(Heading::text).filter(it -> !it.isBlank()).toList(),
                path.isEmpty() ? "" : path.getLast().anchor(),
                blocks.getFirst().start(),
                blocks.getLast().end(),
                String.join("\n", lines));
    }

    private void add(List<String> headings, String anchor, int start, int end, String text) {
        passages.add(new Passage(
                page.ref(),
                page.revision(),
                passages.size(),
                page.space(),
                page.language(),
                page.title(),
                headings,
                anchor,
                start,
                end,
                text));
    }

    /** Rows mean nothing without the header of their table, so each passage that has some repeats it. */
    private static @Nullable String header(Block block) {
        var lead = block.lead();
        return block.kind() == BlockKind.TABLE_ROW && lead != null ? lead.text() : null;
    }

    /** In tokens of the embedding models, roughly: four letters or one Chinese character. */
    private static int length(String text) {
        int quarters = 0;
        for (int at = 0; at < text.length(); at++) {
            quarters += text.charAt(at) < 0x2E80 ? 1 : 4;
        }
        return quarters / 4;
    }
}
