package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.askwell.common.ui.Steady;
import org.askwell.people.LineOutcome;
import org.askwell.people.PeopleImportId;
import org.askwell.people.PeopleImportReport;
import org.askwell.people.PeopleImportState;
import org.askwell.people.PeopleImports;

/**
 * One import: what its table would do and under which options, or how far it has come. While it runs only the numbers
 * change: the button that stops it stays where it is.
 */
final class PeopleImportPanel extends Section {

    private final PeopleImports imports;
    private final BiConsumer<PeopleImportId, Runnable> doing;
    private final Steady parts = new Steady();
    private final H2 fileName = new H2();
    private final Paragraph sentence = new Paragraph();
    private final Element bar = new Element("progress").setAttribute("aria-label", word("people.import.title"));
    private final Div track = new Div();

    /** @param doing does something with an import, tells if it is refused, and has it shown again */
    PeopleImportPanel(PeopleImports imports, BiConsumer<PeopleImportId, Runnable> doing) {
        this.imports = imports;
        this.doing = doing;
        track.getElement().appendChild(bar);
        sentence.getElement().setAttribute("aria-live", "polite");
        addClassName("card");
        add(parts);
        setVisible(false);
    }

    void clear() {
        parts.clear();
        setVisible(false);
    }

    void show(PeopleImportReport report) {
        setVisible(true);
        boolean underWay = report.state().isWork();
        parts.show(
                List.of(report.id(), report.state(), underWay ? List.of() : report),
                () -> underWay ? running(report.id()) : standing(report));
        fileName.setText(report.id() + " · " + report.fileName());
        sentence.setText(sentence(report));
        if (report.state() == PeopleImportState.RUNNING && report.total() > 0) {
            bar.setAttribute("max", Integer.toString(report.total()))
                    .setAttribute("value", Integer.toString(report.done()));
        } else {
            bar.removeAttribute("max").removeAttribute("value");
        }
    }

    static String sentence(PeopleImportReport report) {
        return switch (report.state()) {
            case DRY_RUN -> word("people.import.comparing");
            case READY -> word("people.import.ready", report.lines());
            case RUNNING -> word("people.import.running", report.done(), report.total());
            case DONE -> word("people.import.done", report.done());
            case CANCELLED -> word("people.import.cancelled", report.done());
            case FAILED -> word("people.import.stopped", String.valueOf(report.reason()));
        };
    }

    private List<Component> running(PeopleImportId id) {
        return List.of(fileName, sentence, track, cancelling(id));
    }

    private List<Component> standing(PeopleImportReport report) {
        var id = report.id();
        var shown = new ArrayList<Component>(List.of(fileName, sentence));
        if (!report.unknownColumns().isEmpty()) {
            shown.add(hint(word("people.import.unknown-columns", String.join(", ", report.unknownColumns()))));
        }
        if (report.state() == PeopleImportState.READY) {
            shown.add(options(report));
        }
        if (report.lines() > 0 || report.state() == PeopleImportState.READY) {
            shown.add(new PeopleImportLines(imports, report));
        }
        if (report.state() == PeopleImportState.DONE && report.count(LineOutcome.NEW) > 0) {
            shown.add(links(id));
        }
        return shown;
    }

    private Section options(PeopleImportReport report) {
        var id = report.id();
        var departments = new Checkbox(word("people.import.make-departments"), report.makeDepartments());
        var missing = new Checkbox(
                word(
                        "people.import.close-missing",
                        report.count(LineOutcome.MISSING) + report.count(LineOutcome.CLOSED)),
                report.closeMissing());
        departments.addValueChangeListener(change ->
                again(id, Boolean.TRUE.equals(change.getValue()), report.closeMissing(), change.isFromClient()));
        missing.addValueChangeListener(change ->
                again(id, report.makeDepartments(), Boolean.TRUE.equals(change.getValue()), change.isFromClient()));
        var section = new Section();
        section.addClassName("import-options");
        if (!report.unknownDepartments().isEmpty()) {
            section.add(
                    hint(word("people.import.unknown-departments", String.join(", ", report.unknownDepartments()))),
                    departments);
        }
        if (report.count(LineOutcome.MISSING) + report.count(LineOutcome.CLOSED) > 0) {
            section.add(missing);
        }
        var apply = new NativeButton(
                word("people.import.apply", report.total()),
                click -> doing.accept(id, () -> imports.apply(id, report.makeDepartments(), report.closeMissing())));
        apply.addClassName("primary");
        apply.setEnabled(report.total() + report.count(LineOutcome.UNCHANGED) > 0);
        var actions = cancelling(id);
        actions.addComponentAsFirst(apply);
        section.add(actions);
        return section;
    }

    private void again(PeopleImportId id, boolean makeDepartments, boolean closeMissing, boolean pressed) {
        if (pressed) {
            doing.accept(id, () -> imports.tryAgain(id, makeDepartments, closeMissing));
        }
    }

    private Div cancelling(PeopleImportId id) {
        var cancel =
                new NativeButton(word("people.import.cancel"), click -> doing.accept(id, () -> imports.cancel(id)));
        cancel.addClassName("plain");
        var row = new Div(cancel);
        row.addClassName("row");
        return row;
    }

    /** A form of its own: what it leads to is printed, and must not stay on this page. */
    private static Section links(PeopleImportId id) {
        var section = new Section(new Paragraph(word("people.welcome.lead.admin")));
        section.addClassName("import-links");
        var form = new Element("form")
                .setAttribute("method", "post")
                .setAttribute("action", "people-links")
                .setAttribute("target", "_blank")
                .setAttribute("class", "row");
        form.appendChild(
                new Element("input")
                        .setAttribute("type", "hidden")
                        .setAttribute("name", "import")
                        .setAttribute("value", id.value()),
                submit("html", "people.welcome.make"),
                submit("csv", "people.welcome.make.csv"));
        section.getElement().appendChild(form);
        return section;
    }

    private static Element submit(String format, String key) {
        return new Element("button")
                .setAttribute("type", "submit")
                .setAttribute("name", "format")
                .setAttribute("value", format)
                .setAttribute("class", "plain")
                .setText(word(key));
    }

    private static Paragraph hint(String sentence) {
        var hint = new Paragraph(sentence);
        hint.addClassName("hint");
        return hint;
    }
}
