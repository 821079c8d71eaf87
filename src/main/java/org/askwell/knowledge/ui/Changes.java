package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.List;
import org.askwell.knowledge.ArticleService.ArticleDiff;
import org.askwell.knowledge.TextDiff;

/** What has changed between two revisions, with the lines around it. */
final class Changes extends Div {

    /** So many unchanged lines are shown around a change. */
    private static final int AROUND = 3;

    Changes(ArticleDiff diff) {
        if (!diff.titleBefore().equals(diff.titleAfter())) {
            add(new Paragraph(word("knowledge.history.renamed", diff.titleBefore(), diff.titleAfter())));
        }
        var pieces = diff.pieces();
        if (pieces.stream().allMatch(it -> it.kind() == TextDiff.Kind.SAME)) {
            add(new Paragraph(word("knowledge.history.same")));
            return;
        }
        var changes = new Div();
        changes.addClassName("changes");
        for (int at = 0; at < pieces.size(); at++) {
            var piece = pieces.get(at);
            switch (piece.kind()) {
                case ADDED -> append(changes, new Element("ins"), piece.text());
                case REMOVED -> append(changes, new Element("del"), piece.text());
                case SAME -> same(changes, piece.text(), at == 0, at == pieces.size() - 1);
            }
        }
        add(changes);
    }

    private static void append(Div changes, Element element, String text) {
        changes.getElement().appendChild(element.setText(text));
    }

    /** Long stretches that did not change are folded into one line. */
    private static void same(Div changes, String text, boolean first, boolean last) {
        var lines = text.split("(?<=\n)");
        int before = first ? 0 : AROUND;
        int after = last ? 0 : AROUND;
        int hidden = lines.length - before - after;
        if (hidden < 4) {
            append(changes, new Element("span"), text);
            return;
        }
        append(changes, new Element("span"), String.join("", List.of(lines).subList(0, before)));
        var gap = new Element("span").setAttribute("class", "gap");
        append(changes, gap, word("knowledge.history.unchanged", hidden));
        append(
                changes,
                new Element("span"),
                String.join("", List.of(lines).subList(lines.length - after, lines.length)));
    }
}
