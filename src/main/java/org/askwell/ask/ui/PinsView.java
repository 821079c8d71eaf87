package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askwell.ask.PinId;
import org.askwell.ask.PinRow;
import org.askwell.ask.PinService;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/** What a desk answers with a passage of its choice, for its owners. Route: {@code desks/it/pins}. */
@Route("desks/:desk/pins")
@CdiComponent
@RolesAllowed({"DESK_OWNER", "ADMIN"})
public class PinsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final PinService pins;
    private final DeskService desks;
    private final CurrentPerson current;
    private final ArticleFinder finder;
    private final LiveScreens screens;

    private final Nav path = new Nav();
    private final H1 heading = new H1();
    private final Feedback said = new Feedback();
    private final Div form = new Div();
    private final OrderedList list = new OrderedList();
    private final Paragraph none = new Paragraph(word("ask.pins.none"));
    private final NativeButton add = new NativeButton(word("ask.pins.add"), click -> open(null));
    private final Map<PinId, PinLine> lines = new LinkedHashMap<>();
    private String desk = "";
    private @Nullable Registration live;

    @Inject
    PinsView(PinService pins, DeskService desks, CurrentPerson current, ArticleFinder finder, LiveScreens screens) {
        this.pins = pins;
        this.desks = desks;
        this.current = current;
        this.finder = finder;
        this.screens = screens;
        addClassNames("column", "pins");
        path.addClassName("path");
        path.setAriaLabel(word("ask.pins.path"));
        list.addClassName("pin-list");
        none.addClassName("quiet-text");
        add.addClassName("primary");
        form.setVisible(false);
        var lead = new Paragraph(word("ask.pins.lead", PinService.MOST));
        lead.addClassName("quiet-text");
        add(path, heading, lead, said, add, form, none, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var wanted = event.getRouteParameters().get("desk").flatMap(desks::find);
        if (wanted.isEmpty()
                || !DeskAccess.mayChange(current.get(), wanted.get().slug())) {
            throw new NotFoundException();
        }
        var profile = wanted.get();
        desk = profile.slug();
        path.removeAll();
        path.add(new Anchor(Places.desk(desk), profile.name(Words.locale())));
        heading.setText(word("ask.pins.title", profile.name(Words.locale())));
        closeForm();
        said.clear();
        load();
        follow();
    }

    private void load() {
        var rows = pins.rows(desk);
        var order = List.copyOf(lines.keySet());
        var known = Map.copyOf(lines);
        lines.clear();
        for (var row : rows) {
            var line = known.getOrDefault(row.id(), new PinLine(this));
            line.show(row, rows.size());
            lines.put(row.id(), line);
        }
        // Lines stay where they are while nothing moves: a press that is on its way arrives.
        if (!order.equals(List.copyOf(lines.keySet()))) {
            list.removeAll();
            lines.values().forEach(list::add);
        }
        none.setVisible(rows.isEmpty());
        list.setVisible(!rows.isEmpty());
    }

    /** @param row null: a new one */
    void open(@Nullable PinRow row) {
        said.clear();
        form.removeAll();
        form.add(new PinForm(
                row,
                finder,
                pins,
                draft -> {
                    if (row == null) {
                        pins.pin(desk, draft);
                    } else {
                        pins.change(desk, row.id(), draft);
                    }
                    closeForm();
                    load();
                    said.say(word("ask.pins.saved"));
                },
                this::closeForm));
        form.setVisible(true);
        add.setVisible(false);
        form.scrollIntoView();
    }

    private void closeForm() {
        form.removeAll();
        form.setVisible(false);
        add.setVisible(true);
    }

    void move(PinRow row, int place) {
        said.around(() -> {
            pins.move(desk, row.id(), place);
            load();
        });
    }

    void remove(PinRow row) {
        said.around(() -> {
            pins.remove(desk, row.id());
            load();
            said.say(word("ask.pins.removed"));
        });
    }

    private void follow() {
        if (live != null) {
            live.remove();
            live = null;
        }
        getUI().ifPresent(ui -> live = screens.join(ui, PinScreens.topic(desk), this::load));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        follow();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (live != null) {
            live.remove();
            live = null;
        }
    }

    @Override
    public String getPageTitle() {
        return heading.getText();
    }
}
