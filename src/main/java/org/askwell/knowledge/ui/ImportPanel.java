package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.shared.Registration;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.askwell.common.Refusal;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Places;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.knowledge.ImportDesk;
import org.askwell.knowledge.ImportId;
import org.askwell.knowledge.ImportOutcome;
import org.askwell.knowledge.ImportReport;
import org.askwell.knowledge.ImportService;
import org.askwell.knowledge.ImportState;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Hands a file in and shows how its import is getting on; one may leave and come back. */
final class ImportPanel extends Section {

    private static final int LARGEST = 100 * 1024 * 1024;
    private static final int LINES = 100;
    private static final int RECENT = 5;

    private final String space;
    private final ImportDesk desk;
    private final ImportService imports;
    private final LiveScreens screens;
    private final PersonId importer;
    private final ZoneId zone;
    private final Clock clock;
    private final Runnable taken;
    private final Checkbox publish = new Checkbox(word("knowledge.import.publish"), true);
    private final Upload upload = new Upload();
    private final Paragraph refusal = Pieces.notice();
    private final Div progress = new Div();
    private final Div recent = new Div();
    private @Nullable Registration following;

    /**
     * @param taken called whenever an import has ended
     * @param close called when the panel is not wanted any more
     */
    ImportPanel(
            String space,
            ImportDesk desk,
            ImportService imports,
            CurrentPerson current,
            LiveScreens screens,
            Clock clock,
            Runnable taken,
            Runnable close) {
        this.space = space;
        this.desk = desk;
        this.imports = imports;
        this.screens = screens;
        this.importer = current.id();
        this.zone = current.get().zone();
        this.clock = clock;
        this.taken = taken;
        addClassNames("card", "panel", "import");
        progress.getElement().setAttribute("aria-live", "polite");
        add(
                new H2(word("knowledge.import.title")),
                Pieces.quiet(word("knowledge.import.help")),
                publish,
                upload(),
                refusal,
                progress,
                recent,
                Pieces.row(Pieces.button("knowledge.close", "plain", close)));
        addDetachListener(detached -> leave());
        remember(null);
    }

    private Upload upload() {
        upload.setUploadHandler(this::receive);
        upload.setAcceptedFileTypes(".zip", ".md", ".markdown", ".html", ".htm", ".docx", ".pdf");
        upload.setMaxFileSize(LARGEST);
        upload.setMaxFiles(1);
        var choose = new NativeButton(word("knowledge.import.choose"));
        choose.addClassName("plain");
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(word("knowledge.import.drop")));
        var words = new UploadI18N();
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(word("knowledge.import.failed"))
                .setFileIsTooBig(word("refusal.import-too-large", 100))
                .setIncorrectFileType(word("knowledge.import.failed")));
        upload.setI18n(words);
        upload.addFileRejectedListener(rejected -> Pieces.show(refusal, rejected.getErrorMessage()));
        return upload;
    }

    /** Runs on a thread of its own, without the page's lock: only what is handed to {@code access} may touch the page. */
    private void receive(UploadEvent event) throws IOException {
        var ui = event.getUI();
        try (var content = event.getInputStream()) {
            var id = CurrentPerson.as(
                    importer,
                    () -> desk.receive(space, event.getFileName(), content, Boolean.TRUE.equals(publish.getValue())));
            ui.access(() -> {
                upload.clearFileList();
                follow(id, ui);
            });
        } catch (Refusal no) {
            ui.access(() -> {
                upload.clearFileList();
                Pieces.show(refusal, Words.sentence(no));
            });
        }
    }

    /** Shows an import until the panel is closed; its address leads back to it. */
    void follow(ImportId id, UI ui) {
        leave();
        Pieces.show(refusal, null);
        following = screens.join(ui, Topics.progress(id), () -> show(id));
        ui.getPage().getHistory().replaceState(null, Places.space(space) + "?import=" + id);
        show(id);
    }

    private void leave() {
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    private void show(ImportId id) {
        progress.removeAll();
        try {
            var report = imports.progress(id);
            progress.add(new H3(report.fileName()), new Paragraph(sentence(report)));
            if (report.state().isSettled()) {
                progress.add(counts(report), table(report));
                leave();
                taken.run();
            } else {
                progress.add(
                        bar(report),
                        counts(report),
                        Pieces.row(Pieces.button("knowledge.import.cancel", "plain", () -> cancel(id))));
            }
            remember(id);
        } catch (Refusal gone) {
            leave();
            Pieces.show(refusal, Words.sentence(gone));
        }
    }

    private static String sentence(ImportReport report) {
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

    private static Div bar(ImportReport report) {
        var bar = new Element("progress").setAttribute("aria-label", word("knowledge.import.title"));
        if (report.state() == ImportState.RUNNING && report.total() > 0) {
            bar.setAttribute("max", Integer.toString(report.total()))
                    .setAttribute("value", Integer.toString(report.done()));
        }
        var box = new Div();
        box.getElement().appendChild(bar);
        return box;
    }

    private static Paragraph counts(ImportReport report) {
        return new Paragraph(word(
                "knowledge.import.counts",
                report.count(ImportOutcome.TAKEN),
                report.count(ImportOutcome.CHANGED),
                report.count(ImportOutcome.LEFT_ALONE),
                report.count(ImportOutcome.REFUSED)));
    }

    /** What was refused comes first: it is why one reads the report. */
    private Div table(ImportReport report) {
        var table = new Element("table").setAttribute("class", "import-report");
        table.appendChild(new Element("caption")
                .setAttribute("class", "visually-hidden")
                .setText(word("knowledge.import.report")));
        table.appendChild(new Element("thead")
                .appendChild(new Element("tr")
                        .appendChild(
                                new Element("th").setAttribute("scope", "col").setText(word("knowledge.import.file")),
                                new Element("th")
                                        .setAttribute("scope", "col")
                                        .setText(word("knowledge.import.outcome")))));
        var body = new Element("tbody");
        table.appendChild(body);
        var box = new Div();
        box.getElement().appendChild(table);
        fill(box, body, report.id(), 0);
        return box;
    }

    private void fill(Div box, Element body, ImportId id, int from) {
        var lines = imports.lines(id, from, LINES + 1);
        lines.stream().limit(LINES).forEach(it -> body.appendChild(line(it)));
        if (lines.size() > LINES) {
            var more = Pieces.row();
            more.add(Pieces.button("knowledge.more", "plain", () -> {
                box.remove(more);
                fill(box, body, id, from + LINES);
            }));
            box.add(more);
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

    /** The last imports, except the one that is shown above. */
    private void remember(@Nullable ImportId shown) {
        recent.removeAll();
        var list = Pieces.plainList("recent");
        for (var report : imports.recent(space, null, RECENT).items()) {
            if (!report.id().equals(shown)) {
                var open = new NativeButton(report.fileName(), click -> follow(report.id(), UI.getCurrent()));
                open.addClassName("link");
                var how = new Span(" · " + sentence(report) + " · ");
                how.add(Times.ago(report.createdAt(), zone, clock));
                list.add(new ListItem(open, how));
            }
        }
        if (list.getChildren().findAny().isPresent()) {
            recent.add(new H3(word("knowledge.import.recent")), list);
        }
    }

    private void cancel(ImportId id) {
        try {
            imports.cancel(id);
        } catch (Refusal ended) {
            Pieces.show(refusal, Words.sentence(ended));
        }
        show(id);
    }
}
