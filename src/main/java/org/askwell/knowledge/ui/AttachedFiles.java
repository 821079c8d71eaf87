package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.ibm.icu.text.NumberFormat;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.askwell.common.Places;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Words;
import org.askwell.knowledge.ArticleAttachments;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.AttachmentRow;

/** The files below an article, each with its size. */
final class AttachedFiles extends Div {

    private static final long KILO = 1024;

    private final ArticleAttachments attachments;
    private final Steady list = new Steady();

    AttachedFiles(ArticleAttachments attachments) {
        this.attachments = attachments;
        addClassName("attached");
        add(list);
    }

    /** @param publish shows to readers what was added since the last publication */
    void show(ArticlePage page, Runnable publish) {
        var files = attachments.of(page.id());
        if (files.isEmpty()) {
            getElement().removeAttribute("id");
        } else {
            setId("files");
        }
        list.show(
                Arrays.asList(page.id(), page.mayWrite(), page.publishedRevision(), files),
                () -> files.isEmpty() ? List.of() : build(page, files, publish));
    }

    private static List<Component> build(ArticlePage page, List<AttachmentRow> files, Runnable publish) {
        var lines = list();
        files.forEach(it -> lines.add(line(it)));
        var parts = new ArrayList<Component>(List.of(new H2(word("knowledge.files.title")), lines));
        if (page.publishedRevision() != null && files.stream().anyMatch(it -> !it.isShown())) {
            parts.add(Pieces.row(Pieces.button("knowledge.files.show", "plain", publish)));
        }
        return parts;
    }

    static UnorderedList list() {
        var lines = Pieces.plainList("attached-files");
        lines.getElement().setAttribute("lang", Words.locale().getLanguage());
        return lines;
    }

    static ListItem line(AttachmentRow file) {
        var link =
                new Anchor("/" + Places.articleFile(file.article().value(), file.number(), file.name()), file.name());
        link.getElement().setAttribute("router-ignore", true).setAttribute("download", true);
        var size = new Span(size(file.size()));
        size.addClassName("quiet-text");
        var line = new ListItem(link, size);
        if (!file.isShown()) {
            var waits = new Span(word("knowledge.files.waits"));
            waits.addClassNames("badge", "changed");
            line.add(waits);
        }
        return line;
    }

    static String size(long bytes) {
        var format = NumberFormat.getInstance(Words.locale());
        format.setMaximumFractionDigits(bytes < 10 * KILO * KILO ? 1 : 0);
        if (bytes < KILO * KILO) {
            format.setMaximumFractionDigits(0);
            return format.format(Math.max(1, Math.round((double) bytes / KILO))) + " KB";
        }
        return format.format((double) bytes / KILO / KILO) + " MB";
    }
}
