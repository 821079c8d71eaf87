package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.dom.Element;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.common.ui.Words;
import org.askwell.people.FieldChange;
import org.askwell.people.LineOutcome;
import org.askwell.people.PeopleImportReport;
import org.askwell.people.PeopleImportReport.Line;
import org.askwell.people.PeopleImportState;
import org.askwell.people.PeopleImports;
import org.jspecify.annotations.Nullable;

/** What each line of a table does, a hundred at a time; what was refused is shown first, because somebody has to act. */
final class PeopleImportLines extends Div {

    private static final int PAGE = 100;

    private final PeopleImports imports;
    private final PeopleImportReport report;
    private final Div kinds = new Div();
    private final Element body = new Element("tbody");
    private final Div more = new Div();
    private final Map<NativeButton, Optional<LineOutcome>> offered = new LinkedHashMap<>();
    private @Nullable LineOutcome chosen;

    PeopleImportLines(PeopleImports imports, PeopleImportReport report) {
        this.imports = imports;
        this.report = report;
        kinds.addClassName("import-kinds");
        kinds.getElement().setAttribute("role", "group").setAttribute("aria-label", word("people.import.kinds"));
        more.addClassName("row");
        offer(
                null,
                word("people.import.all"),
                report.counts().values().stream().mapToInt(it -> it).sum());
        for (var kind : LineOutcome.values()) {
            if (report.count(kind) > 0) {
                offer(kind, outcomeWord(kind), report.count(kind));
            }
        }
        var table = new Element("table").setAttribute("class", "import-report");
        table.appendChild(
                new Element("caption").setAttribute("class", "visually-hidden").setText(word("people.import.report")),
                new Element("thead")
                        .appendChild(new Element("tr")
                                .appendChild(
                                        column("people.import.line"),
                                        column("people.name"),
                                        column("people.import.outcome"))),
                body);
        add(kinds);
        getElement().appendChild(table);
        add(more);
        choose(report.count(LineOutcome.REFUSED) > 0 ? LineOutcome.REFUSED : null);
    }

    private static Element column(String key) {
        return new Element("th").setAttribute("scope", "col").setText(word(key));
    }

    private void offer(@Nullable LineOutcome kind, String name, int count) {
        var button = new NativeButton(word("people.import.kind", name, count), click -> choose(kind));
        button.addClassName("plain");
        offered.put(button, Optional.ofNullable(kind));
        kinds.add(button);
    }

    private void choose(@Nullable LineOutcome kind) {
        chosen = kind;
        offered.forEach((button, its) -> button.getElement()
                .setAttribute("aria-pressed", Boolean.toString(its.equals(Optional.ofNullable(kind)))));
        body.removeAllChildren();
        fill(null);
    }

    private void fill(@Nullable String cursor) {
        more.removeAll();
        var slice = imports.lines(report.id(), chosen, cursor, PAGE);
        slice.items().forEach(it -> body.appendChild(line(it)));
        if (slice.items().isEmpty() && cursor == null) {
            body.appendChild(new Element("tr")
                    .appendChild(new Element("td").setAttribute("colspan", "3").setText(word("people.import.none"))));
        }
        var next = slice.nextCursor();
        if (next != null) {
            var button = new NativeButton(word("people.import.more"), click -> fill(next));
            button.addClassName("plain");
            more.add(button);
        }
    }

    private Element line(Line line) {
        var outcome = line.outcome();
        return new Element("tr")
                .appendChild(
                        new Element("td")
                                .setAttribute("class", "number")
                                .setText(line.line() == 0 ? "" : word("people.import.line.number", line.line())),
                        who(line),
                        new Element("td")
                                .setAttribute("class", outcome.name().toLowerCase(Locale.ROOT))
                                .setText(what(line)));
    }

    private Element who(Line line) {
        var person = line.person();
        var cell = new Element("td");
        if (person == null) {
            return cell.setText(line.name());
        }
        boolean here = line.outcome() != LineOutcome.REFUSED
                && (line.outcome() != LineOutcome.NEW || report.state() == PeopleImportState.DONE);
        var login = new Element("span").setAttribute("class", "quiet-text").setText(" " + person.value());
        return here
                ? cell.appendChild(new Anchor(Places.person(person.value()), line.name()).getElement(), login)
                : cell.appendChild(new Element("span").setText(line.name()), login);
    }

    private static String what(Line line) {
        var said = new ArrayList<String>();
        var reason = line.reason(Words.locale());
        if (reason != null) {
            said.add(reason);
        }
        line.changes().forEach(it -> said.add(change(it)));
        return said.isEmpty()
                ? outcomeWord(line.outcome())
                : word("people.import.labelled", outcomeWord(line.outcome()), String.join(" · ", List.copyOf(said)));
    }

    private static String change(FieldChange change) {
        return word(
                "people.import.change",
                word("people.import.field." + change.field().toLowerCase(Locale.ROOT)),
                orNothing(change.before()),
                orNothing(change.after()));
    }

    private static String orNothing(@Nullable String value) {
        return Objects.requireNonNullElse(value, "–");
    }

    private static String outcomeWord(LineOutcome outcome) {
        return word("people.import.outcome." + outcome.name().toLowerCase(Locale.ROOT));
    }
}
