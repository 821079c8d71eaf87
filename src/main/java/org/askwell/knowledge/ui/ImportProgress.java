package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.askwell.common.ui.Steady;
import org.askwell.knowledge.ImportId;
import org.askwell.knowledge.ImportOutcome;
import org.askwell.knowledge.ImportReport;
import org.askwell.knowledge.ImportState;

/** How an import is getting on. While it runs only the numbers change: the button that stops it stays where it is. */
final class ImportProgress extends Div {

    private final Consumer<ImportId> cancel;
    private final Function<ImportId, ? extends Component> lines;
    private final Steady parts = new Steady();
    private final H3 fileName = new H3();
    private final Paragraph sentence = new Paragraph();
    private final Element bar = new Element("progress").setAttribute("aria-label", word("knowledge.import.title"));
    private final Div track = new Div();
    private final Paragraph counts = new Paragraph();

    /**
     * @param cancel stops an import
     * @param lines shows what became of the files of an import that has ended
     */
    ImportProgress(Consumer<ImportId> cancel, Function<ImportId, ? extends Component> lines) {
        this.cancel = cancel;
        this.lines = lines;
        track.getElement().appendChild(bar);
        getElement().setAttribute("aria-live", "polite");
        add(parts);
    }

    void show(ImportReport report) {
        var id = report.id();
        boolean settled = report.state().isSettled();
        parts.show(
                List.of(id, settled),
                () -> settled
                        ? List.of(fileName, sentence, counts, lines.apply(id))
                        : List.of(fileName, sentence, track, counts, cancelling(id)));
        fileName.setText(report.fileName());
        sentence.setText(sentence(report));
        counts.setText(word(
                "knowledge.import.counts",
                report.count(ImportOutcome.TAKEN),
                report.count(ImportOutcome.CHANGED),
                report.count(ImportOutcome.LEFT_ALONE),
                report.count(ImportOutcome.REFUSED)));
        fill(report);
    }

    void clear() {
        parts.clear();
    }

    static String sentence(ImportReport report) {
        return switch (report.state()) {
            case WAITING -> word("knowledge.import.waiting");
            case RUNNING ->
                report.total() == 0
                        ? word("knowledge.import.counting")
                        : word("knowledge.import.running", report.done(), report.total());
            case DONE -> word("knowledge.import.done", report.total());
            case CANCELLED -> word("knowledge.import.cancelled", report.done(), report.total());
            case FAILED -> word("knowledge.import.stopped", String.valueOf(report.reason()));
        };
    }

    private Div cancelling(ImportId id) {
        return Pieces.row(Pieces.button("knowledge.import.cancel", "plain", () -> cancel.accept(id)));
    }

    private void fill(ImportReport report) {
        if (report.state() == ImportState.RUNNING && report.total() > 0) {
            bar.setAttribute("max", Integer.toString(report.total()))
                    .setAttribute("value", Integer.toString(report.done()));
        } else {
            bar.removeAttribute("max").removeAttribute("value");
        }
    }
}
