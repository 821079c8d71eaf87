package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleImportDesk;
import org.askwell.people.PeopleImportId;
import org.askwell.people.PeopleImportReport;
import org.askwell.people.PeopleImports;
import org.askwell.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Hands in a table of people, shows what it would do, has it done and follows that. Route: {@code
 * admin/people/import?import=P-3}; one may leave and come back.
 */
@Route(Places.ADMIN_PEOPLE_IMPORT)
@CdiComponent
@RolesAllowed("ADMIN")
public class PeopleImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String IMPORT = "import";
    private static final int RECENT = 5;

    private final PeopleImportDesk desk;
    private final PeopleImports imports;
    private final CurrentPerson current;
    private final LiveScreens screens;
    private final Clock clock;

    private final Upload upload = new Upload();
    private final Feedback refusal = new Feedback();
    private final PeopleImportPanel panel;
    private final Steady recent = new Steady();
    private volatile @Nullable PersonId importer;
    private @Nullable Registration following;

    @Inject
    PeopleImportView(
            PeopleImportDesk desk, PeopleImports imports, CurrentPerson current, LiveScreens screens, Clock clock) {
        this.desk = desk;
        this.imports = imports;
        this.current = current;
        this.screens = screens;
        this.clock = clock;
        panel = new PeopleImportPanel(imports, this::moved);
        addClassNames("wide", "admin", "people-import");
        var back = new Anchor(Places.ADMIN_PEOPLE, word("people.back"));
        back.addClassName("back");
        var help = new Paragraph(word("people.import.help"));
        help.addClassName("quiet-text");
        var columns = new Paragraph(word("people.import.columns"));
        columns.addClassName("quiet-text");
        buildUpload();
        add(back, new H1(word("people.import.title")), help, columns, upload, refusal, panel, recent);
        addDetachListener(detached -> leave());
    }

    private void buildUpload() {
        upload.setUploadHandler(this::receive);
        upload.setAcceptedFileTypes(".csv", ".tsv", ".txt", "text/csv");
        upload.setMaxFileSize((int) PeopleImportDesk.LARGEST);
        upload.setMaxFiles(1);
        var choose = new NativeButton(word("people.import.choose"));
        choose.addClassName("plain");
        upload.setUploadButton(choose);
        upload.setDropLabel(new Span(word("people.import.drop")));
        var words = new UploadI18N();
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(word("people.import.failed"))
                .setFileIsTooBig(word("refusal.people-import-too-large", PeopleImportDesk.LARGEST / 1024 / 1024))
                .setIncorrectFileType(word("people.import.failed")));
        upload.setI18n(words);
        upload.addFileRejectedListener(rejected -> refusal.refuse(rejected.getErrorMessage()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getLocation().getQueryParameters().getSingleParameter(IMPORT);
        importer = current.id();
        refusal.clear();
        panel.clear();
        wanted.flatMap(PeopleImportId::parse).ifPresentOrElse(id -> follow(id, event.getUI()), () -> remember(null));
    }

    /** Runs on a thread of its own, without the page's lock: only what is handed to {@code access} may touch the page. */
    private void receive(UploadEvent event) throws IOException {
        var ui = event.getUI();
        var by = importer;
        if (by == null) {
            return;
        }
        try (var content = event.getInputStream()) {
            var id = CurrentPerson.as(by, () -> desk.receive(event.getFileName(), content));
            ui.access(() -> {
                upload.clearFileList();
                open(id, ui);
            });
        } catch (Refusal no) {
            ui.access(() -> {
                upload.clearFileList();
                refusal.refuse(no);
            });
        }
    }

    private void open(PeopleImportId id, UI ui) {
        ui.getPage().getHistory().replaceState(null, Places.ADMIN_PEOPLE_IMPORT + "?" + IMPORT + "=" + id);
        follow(id, ui);
    }

    private void follow(PeopleImportId id, UI ui) {
        leave();
        refusal.clear();
        following = screens.join(ui, PeopleScreens.topic(id), () -> show(id));
        show(id);
    }

    private void leave() {
        if (following != null) {
            following.remove();
            following = null;
        }
    }

    private void moved(PeopleImportId id, Runnable action) {
        refusal.around(action);
        show(id);
    }

    private void show(PeopleImportId id) {
        try {
            panel.show(imports.report(id));
            remember(id);
        } catch (Refusal gone) {
            leave();
            panel.clear();
            refusal.refuse(gone);
            remember(null);
        }
    }

    /** The last imports, except the one that is shown above. */
    private void remember(@Nullable PeopleImportId shown) {
        var others = imports.recent(null, RECENT).items().stream()
                .filter(it -> !it.id().equals(shown))
                .toList();
        recent.show(
                others,
                () -> others.isEmpty()
                        ? List.of()
                        : List.of(new Section(new H2(word("people.import.recent")), list(others))));
    }

    private UnorderedList list(List<PeopleImportReport> reports) {
        var list = new UnorderedList();
        list.addClassName("admin-lines");
        for (var report : reports) {
            var open = new NativeButton(
                    report.id() + " · " + report.fileName(), click -> open(report.id(), UI.getCurrent()));
            open.addClassName("link");
            var how = new Span(" · " + PeopleImportPanel.sentence(report) + " · ");
            how.add(Times.ago(report.createdAt(), current.get().zone(), clock));
            list.add(new ListItem(open, how));
        }
        return list;
    }

    @Override
    public String getPageTitle() {
        return word("people.import.title");
    }
}
