package org.askwell.learning.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.askwell.common.Places;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Words;
import org.askwell.learning.GapAccess;
import org.askwell.learning.GapId;
import org.askwell.learning.GapOrder;
import org.askwell.learning.GapService;
import org.askwell.learning.GapState;
import org.askwell.people.CurrentPerson;
import org.jspecify.annotations.Nullable;

/** What was asked in vain. Route: {@code knowledge/gaps?state=closed&order=frequent}. */
@Route(Places.GAPS)
@CdiComponent
public class GapsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 30;

    private final GapService gaps;
    private final GapPieces pieces;
    private final CurrentPerson current;

    private final Nav states = new Nav();
    private final Nav orders = new Nav();
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph();
    private final NativeButton more = new NativeButton(word("learning.gaps.more"), click -> load());
    private final Map<GapId, GapLine> lines = new LinkedHashMap<>();
    private GapState state = GapState.OPEN;
    private GapOrder order = GapOrder.NEWEST;
    private GapLine.Names names = new GapLine.Names(Map.of(), Map.of());
    private @Nullable String cursor;

    @Inject
    GapsView(GapService gaps, GapPieces pieces, CurrentPerson current, LiveScreens screens) {
        this.gaps = gaps;
        this.pieces = pieces;
        this.current = current;
        addClassNames("column", "gaps");
        states.addClassName("tabs");
        states.setAriaLabel(word("learning.gaps.states"));
        orders.addClassNames("tabs", "push");
        orders.setAriaLabel(word("learning.gaps.orders"));
        list.addClassName("gap-list");
        none.addClassName("quiet-text");
        more.addClassName("plain");
        var path = new Nav(new Anchor(Places.KNOWLEDGE, word("learning.gaps.library")));
        path.addClassName("path");
        path.setAriaLabel(word("learning.gaps.path"));
        var lead = new Paragraph(word("learning.gaps.lead"));
        lead.addClassName("quiet-text");
        var tools = new Div(states, orders);
        tools.addClassName("gap-tools");
        add(path, new H1(word("learning.gaps.title")), lead, tools, none, list, more);
        screens.follow(this, GapScreens.TOPIC, this::repaint);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (!GapAccess.maySeeAny(current.get())) {
            throw new NotFoundException();
        }
        var wanted = event.getLocation().getQueryParameters();
        state = wanted.getSingleParameter("state")
                .flatMap(text -> Arrays.stream(GapState.values())
                        .filter(it -> it.name().equalsIgnoreCase(text))
                        .findFirst())
                .orElse(GapState.OPEN);
        order = wanted.getSingleParameter("order").flatMap(GapOrder::parse).orElse(GapOrder.NEWEST);
        states.removeAll();
        for (var it : GapState.values()) {
            tab(states, it, order, "learning.gaps.state." + it.name().toLowerCase(Locale.ROOT), it == state);
        }
        orders.removeAll();
        for (var it : GapOrder.values()) {
            tab(orders, state, it, "learning.gaps.order." + it.word(), it == order);
        }
        names = pieces.names(Words.locale());
        list.removeAll();
        lines.clear();
        cursor = null;
        load();
        none.setText(word("learning.gaps.none." + state.name().toLowerCase(Locale.ROOT)));
        none.setVisible(lines.isEmpty());
        list.setVisible(!lines.isEmpty());
    }

    private static void tab(Nav tabs, GapState state, GapOrder order, String key, boolean isHere) {
        var link = new Anchor(
                Places.GAPS + "?state=" + state.name().toLowerCase(Locale.ROOT) + "&order=" + order.word(), word(key));
        if (isHere) {
            link.getElement().setAttribute("aria-current", "page");
        }
        tabs.add(link);
    }

    private void load() {
        var slice = gaps.list(state, order, cursor, PAGE);
        for (var row : slice.items()) {
            if (!lines.containsKey(row.id())) {
                var line = pieces.line(row, names, false);
                lines.put(row.id(), line);
                list.add(line);
            }
        }
        cursor = slice.nextCursor();
        more.setVisible(cursor != null);
    }

    /** Lines stay where they are, whatever has become of them: one reads, and may take back what one did. */
    private void repaint() {
        gaps.rows(lines.keySet()).forEach(row -> {
            var line = lines.get(row.id());
            if (line != null) {
                line.show(row);
            }
        });
        if (lines.isEmpty()) {
            load();
            none.setVisible(lines.isEmpty());
            list.setVisible(!lines.isEmpty());
        }
    }

    @Override
    public String getPageTitle() {
        return word("learning.gaps.title");
    }
}
