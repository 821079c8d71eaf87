package org.askwell.shell.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.askwell.common.Places;
import org.askwell.common.db.Backups;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;
import org.askwell.people.CurrentPerson;
import org.askwell.people.ui.AdminAreas;
import org.askwell.shell.SystemService;

/** How the installation is, and its backups. Route: {@code admin/system}. */
@Route(Places.ADMIN_SYSTEM)
@CdiComponent
@RolesAllowed("ADMIN")
public class SystemView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final double MEGABYTE = 1024.0 * 1024;

    private final SystemService system;
    private final CurrentPerson current;
    private final Clock clock;

    private final Div areas = new Div();
    private final Paragraph version = new Paragraph();
    private final DescriptionList parts = new DescriptionList();
    private final Feedback said = new Feedback();
    private final NativeButton begin = new NativeButton(word("shell.system.backup.begin"), click -> begin());
    private final Steady running = new Steady();
    private final Element bar = new Element("progress").setAttribute("aria-label", word("shell.system.backup.running"));
    private final Steady files = new Steady();
    private boolean begun;

    @Inject
    SystemView(SystemService system, CurrentPerson current, LiveScreens screens, Clock clock) {
        this.system = system;
        this.current = current;
        this.clock = clock;
        addClassNames("wide", "admin", "system");
        version.addClassName("quiet-text");
        parts.addClassName("parts");
        begin.addClassName("primary");
        add(
                areas,
                new H1(word("shell.system.title")),
                version,
                parts,
                new Section(
                        new H2(word("shell.system.backups")),
                        new Paragraph(word("shell.system.backups.lead")),
                        begin,
                        said,
                        running,
                        files));
        screens.follow(this, SystemScreens.TOPIC, this::paint);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        areas.removeAll();
        areas.add(new AdminAreas(current.get(), Places.ADMIN_SYSTEM));
        version.setText(word("shell.system.version", system.version()));
        paint();
    }

    private void paint() {
        parts.removeAll();
        for (var part : system.parts()) {
            var state =
                    new Span(word("shell.system.state." + part.state().name().toLowerCase(Locale.ROOT)));
            state.addClassName("badge");
            state.getElement().setAttribute("data-state", part.state().name());
            var says = new DescriptionList.Description(state, new Span(" " + part.says()));
            if (part.since() != null) {
                var since = Times.ago(part.since(), current.get().zone(), clock);
                since.addClassName("quiet-text");
                says.add(new Span(" "), since);
            }
            parts.add(new DescriptionList.Term(word("shell.system.part." + part.name())), says);
        }
        var now = system.runningBackup();
        if (begun && now.isEmpty()) {
            // What is in the list below is not being made any more.
            said.clear();
            begun = false;
        }
        begin.setVisible(now.isEmpty());
        running.show(now.map(Backups.Running::name).orElse(""), () -> now.isEmpty() ? List.of() : List.of(progress()));
        now.ifPresent(it -> bar.setAttribute("max", String.valueOf(Math.max(1, it.total())))
                .setAttribute("value", String.valueOf(it.done())));
        var all = system.backups();
        files.show(all, () -> List.of(list(all)));
    }

    private Div progress() {
        var track = new Div();
        track.getElement().appendChild(bar);
        var stop = new NativeButton(word("shell.system.backup.stop"), click -> {
            said.around(system::stopBackup);
        });
        stop.addClassName("plain");
        var progress = new Div(new Span(word("shell.system.backup.running")), track, stop);
        progress.addClassName("row");
        return progress;
    }

    private UnorderedList list(List<Backups.File> all) {
        var list = new UnorderedList();
        list.addClassName("lines");
        for (var file : all) {
            var link = new Anchor("backups/" + file.name(), file.name(), AnchorTarget.DEFAULT);
            link.getElement().setAttribute("router-ignore", true).setAttribute("download", file.name());
            var size = new Span(word("shell.system.backup.size", file.size() / MEGABYTE));
            size.addClassName("quiet-text");
            var when = Times.ago(file.at(), current.get().zone(), clock);
            when.addClassName("quiet-text");
            var delete = new NativeButton(word("shell.system.backup.delete"), click -> {
                said.around(() -> system.deleteBackup(file.name()));
                paint();
            });
            delete.addClassName("quiet");
            delete.getElement().setAttribute("aria-label", word("shell.system.backup.delete") + " " + file.name());
            list.add(new ListItem(link, size, when, delete));
        }
        return list;
    }

    private void begin() {
        said.around(() -> {
            said.say(word("shell.system.backup.begun", system.backUp()));
            begun = true;
        });
        paint();
    }

    @Override
    public String getPageTitle() {
        return word("shell.system.title");
    }
}
