package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.shared.Registration;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;
import org.askwell.knowledge.ImportDesk;
import org.askwell.knowledge.ImportId;
import org.askwell.knowledge.ImportReport;
import org.askwell.knowledge.ImportService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/** Hands a file in and shows how its import is getting on; one may leave and come back. */
final class ImportPanel extends Section {

    private static final int LARGEST = 100 * 1024 * 1024;
    private static final int RECENT = 5;

    private final String space;
    private final ImportDesk desk;
    private final ImportService imports;
    private final LiveScreens screens;
    private final PersonId importer;
    private final ZoneId zone;
    private final Clock clock;
    private final Runnable taken;
    private final Paragraph help = Pieces.quiet(word("knowledge.import.help"));
    private final Checkbox publish = new Checkbox(word("knowledge.import.publish"), true);
    private final Upload upload = new Upload();
    private final Feedback refusal = new Feedback();
    private final ImportProgress progress;
    private final Steady recent = new Steady();
    private final List<Times.Ago> times = new ArrayList<>();
    private @Nullable ImportId named;
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
        progress = new ImportProgress(this::cancel, id -> new ImportLines(imports, id));
        addClassNames("card", "panel", "import");
        add(
                new H2(word("knowledge.import.title")),
                help,
                publish,
                upload(),
                refusal,
                progress,
                recent,
                Pieces.row(Pieces.button("knowledge.close", "plain", close)));
        addDetachListener(detached -> leave());
        remember(null);
    }

    /** Readers see nothing of what is taken in until somebody has looked at it. */
    void asDrafts() {
        publish.setValue(false);
        publish.setVisible(false);
        help.setText(word("knowledge.import.help") + " " + word("knowledge.import.reviewed"));
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
        upload.addFileRejectedListener(rejected -> refusal.refuse(rejected.getErrorMessage()));
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
                refusal.refuse(no);
            });
        }
    }

    /** Shows an import that the address names already, until the panel is closed. */
    void reopen(ImportId id, UI ui) {
        named = id;
        watch(id, ui);
    }

    /** Shows an import until the panel is closed; once it has ended, the address leads back to it. */
    void watch(ImportId id, UI ui) {
        join(id, ui);
        show(id);
    }

    private void follow(ImportId id, UI ui) {
        name(id, ui);
        join(id, ui);
        moved(id, ui);
    }

    private void join(ImportId id, UI ui) {
        leave();
        refusal.clear();
        following = screens.join(ui, Topics.progress(id), () -> moved(id, ui));
    }

    /**
     * Not to be called on the way here: a browser whose address changes before it has arrived comes in a second time,
     * to a new panel, and a file that was given to this one is lost.
     */
    private void name(ImportId id, UI ui) {
        if (!id.equals(named)) {
            named = id;
            ui.getPage().getHistory().replaceState(null, Places.space(space) + "?import=" + id);
        }
    }

    private void leave() {
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    private void moved(ImportId id, UI ui) {
        if (show(id)) {
            name(id, ui);
            taken.run();
        }
    }

    /** @return whether it has ended */
    private boolean show(ImportId id) {
        try {
            var report = imports.progress(id);
            progress.show(report);
            boolean ended = report.state().isSettled();
            if (ended) {
                leave();
            }
            remember(id);
            return ended;
        } catch (Refusal gone) {
            leave();
            progress.clear();
            refusal.refuse(gone);
            return false;
        }
    }

    /** The last imports, except the one that is shown above. */
    private void remember(@Nullable ImportId shown) {
        var others = imports.recent(space, null, RECENT).items().stream()
                .filter(it -> !it.id().equals(shown))
                .toList();
        times.forEach(Times.Ago::tell);
        recent.show(
                others,
                () -> others.isEmpty() ? List.of() : List.of(new H3(word("knowledge.import.recent")), list(others)));
    }

    private UnorderedList list(List<ImportReport> reports) {
        var list = Pieces.plainList("recent");
        times.clear();
        for (var report : reports) {
            var open = new NativeButton(report.fileName(), click -> follow(report.id(), UI.getCurrent()));
            open.addClassName("link");
            var how = new Span(" · " + ImportProgress.sentence(report) + " · ");
            var when = Times.ago(report.createdAt(), zone, clock);
            times.add(when);
            how.add(when);
            list.add(new ListItem(open, how));
        }
        return list;
    }

    private void cancel(ImportId id) {
        refusal.around(() -> imports.cancel(id));
        moved(id, UI.getCurrent());
    }
}
