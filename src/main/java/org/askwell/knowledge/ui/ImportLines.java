package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import java.util.Locale;
import org.askwell.common.Places;
import org.askwell.common.ui.Words;
import org.askwell.knowledge.ImportId;
import org.askwell.knowledge.ImportOutcome;
import org.askwell.knowledge.ImportReport;
import org.askwell.knowledge.ImportService;

/** What became of each file of an import. What was refused comes first: it is why one reads the report. */
final class ImportLines extends Div {

    private static final int PAGE = 100;

    private final ImportService imports;
    private final ImportId id;
    private final Element body = new Element("tbody");

    ImportLines(ImportService imports, ImportId id) {
        this.imports = imports;
        this.id = id;
        var table = new Element("table").setAttribute("class", "import-report");
        table.appendChild(
                new Element("caption")
                        .setAttribute("class", "visually-hidden")
                        .setText(word("knowledge.import.report")),
                new Element("thead")
                        .appendChild(new Element("tr")
                                .appendChild(column("knowledge.import.file"), column("knowledge.import.outcome"))),
                body);
        getElement().appendChild(table);
        fill(0);
    }

    private static Element column(String key) {
        return new Element("th").setAttribute("scope", "col").setText(word(key));
    }

    private void fill(int from) {
        var lines = imports.lines(id, from, PAGE + 1);
        lines.stream().limit(PAGE).forEach(it -> body.appendChild(line(it)));
        if (lines.size() > PAGE) {
            var more = Pieces.row();
            more.add(Pieces.button("knowledge.more", "plain", () -> {
                remove(more);
                fill(from + PAGE);
            }));
            add(more);
        }
    }

    private static Element line(ImportReport.Line line) {
        var file = new Element("td");
        var article = line.article();
        if (article != null && line.outcome() != ImportOutcome.REFUSED) {
            file.appendChild(new Anchor(Places.article(article.value()), line.path()).getElement());
        } else {
            file.setText(line.path());
        }
        var outcome = line.outcome().name().toLowerCase(Locale.ROOT);
        var became = word("knowledge.outcome." + outcome);
        var reason = line.reason(Words.locale());
        return new Element("tr")
                .appendChild(
                        file,
                        new Element("td")
                                .setAttribute("class", outcome)
                                .setText(reason == null ? became : word("knowledge.labelled", became, reason)));
    }
}
