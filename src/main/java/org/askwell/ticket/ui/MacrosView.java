package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.macro.MacroRow;
import org.askwell.ticket.macro.MacroService;
import org.jspecify.annotations.Nullable;

/** The macros of a desk, for its owners. Route: {@code desks/it/macros}. */
@Route("desks/:desk/macros")
@CdiComponent
@RolesAllowed({"DESK_OWNER", "ADMIN"})
public class MacrosView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final MacroService macros;
    private final DeskService desks;
    private final CurrentPerson current;

    private final Nav path = new Nav();
    private final H1 heading = new H1();
    private final Feedback said = new Feedback();
    private final Div form = new Div();
    private final Steady list = new Steady();
    private final NativeButton add = new NativeButton(word("macro.add"), click -> open(null));
    private String desk = "";

    @Inject
    MacrosView(MacroService macros, DeskService desks, CurrentPerson current) {
        this.macros = macros;
        this.desks = desks;
        this.current = current;
        addClassNames("column", "macros");
        path.addClassName("path");
        path.setAriaLabel(word("macro.path"));
        add.addClassName("primary");
        form.setVisible(false);
        var lead = new Paragraph(word("macro.lead"));
        lead.addClassName("quiet-text");
        add(path, heading, lead, said, add, form, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var profile = event.getRouteParameters()
                .get("desk")
                .flatMap(desks::find)
                .filter(it -> DeskAccess.mayChange(current.get(), it.slug()))
                .orElseThrow(NotFoundException::new);
        desk = profile.slug();
        var name = profile.name(Words.locale());
        path.removeAll();
        path.add(new Anchor(Places.desk(desk), name));
        heading.setText(word("macro.title", name));
        close();
        said.clear();
        load();
    }

    private void load() {
        var rows = macros.of(desk);
        list.show(rows, () -> {
            if (rows.isEmpty()) {
                var none = new Paragraph(word("macro.none"));
                none.addClassName("quiet-text");
                return List.of(none);
            }
            var lines = new UnorderedList();
            lines.addClassName("lines");
            rows.forEach(it -> lines.add(line(it)));
            return List.of(lines);
        });
    }

    private ListItem line(MacroRow row) {
        var name = new Span(row.words().name(Words.locale().getLanguage()));
        name.addClassName("subject");
        var does = new Span(MacroTexts.effects(row.words()));
        does.addClassName("quiet-text");
        var change = new NativeButton(word("macro.change"), click -> open(row));
        change.addClassName("quiet");
        change.getElement().setAttribute("aria-label", word("macro.change") + " " + name.getText());
        var delete = new NativeButton(word("macro.delete"), click -> delete(row));
        delete.addClassName("quiet");
        delete.getElement().setAttribute("aria-label", word("macro.delete") + " " + name.getText());
        return new ListItem(name, does, change, delete);
    }

    /** @param row null: a new one */
    private void open(@Nullable MacroRow row) {
        said.clear();
        form.removeAll();
        form.add(new MacroForm(
                row == null ? null : row.words(),
                words -> {
                    if (row == null) {
                        macros.add(desk, words);
                    } else {
                        macros.rewrite(row.desk(), row.id(), words);
                    }
                    close();
                    load();
                    said.say(word("macro.saved"));
                },
                this::close));
        form.setVisible(true);
        add.setVisible(false);
        form.scrollIntoView();
    }

    private void close() {
        form.removeAll();
        form.setVisible(false);
        add.setVisible(true);
    }

    private void delete(MacroRow row) {
        said.around(() -> {
            macros.delete(row.desk(), row.id());
            load();
            said.say(word("macro.deleted"));
        });
    }

    @Override
    public String getPageTitle() {
        return heading.getText();
    }
}
