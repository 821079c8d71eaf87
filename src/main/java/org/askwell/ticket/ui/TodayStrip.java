package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.askwell.common.Places;
import org.askwell.common.ui.Steady;
import org.askwell.people.PeopleService;
import org.askwell.ticket.DeskToday;
import org.askwell.ticket.Glance;
import org.askwell.ticket.Today;
import org.askwell.ticket.saved.SavedViews;
import org.jspecify.annotations.Nullable;

/** How a desk stands today; each number opens its tickets. The links stay while the numbers change. */
final class TodayStrip extends Nav {

    private static final String UNASSIGNED = "assignee=none";

    private final DeskToday today;
    private final PeopleService people;
    private final Map<String, Span> numbers = new LinkedHashMap<>();
    private final Steady links = new Steady();
    private final Steady agents = new Steady();
    private final Details byAgent = new Details("", agents);
    private @Nullable String desk;

    TodayStrip(DeskToday today, PeopleService people) {
        this.today = today;
        this.people = people;
        addClassName("today");
        getElement().setAttribute("aria-label", word("today.label"));
        byAgent.setSummaryText(word("today.agents"));
        add(links, byAgent);
    }

    /**
     * @param ofDesk null: there is no desk to tell of
     * @param query what narrows the list that is shown
     */
    void show(@Nullable String ofDesk, String query) {
        desk = ofDesk;
        setVisible(ofDesk != null);
        if (ofDesk == null) {
            return;
        }
        links.show(List.of(ofDesk, query), () -> {
            numbers.clear();
            return List.of(
                    link("today.new", "today=" + Today.What.NEW.word() + "&status=all", query),
                    link("today.unassigned", UNASSIGNED, query),
                    link("today.asked", "today=" + Today.What.ASKED.word(), query),
                    link("today.late", "today=" + Today.What.LATE.word(), query));
        });
        refresh();
    }

    void refresh() {
        if (desk == null) {
            return;
        }
        var now = today.of(desk);
        number("today.new", now.opened());
        number("today.unassigned", now.unassigned());
        number("today.asked", now.asked());
        number("today.late", now.late());
        byAgent.setVisible(!now.agents().isEmpty());
        agents.show(now.agents(), () -> List.of(loads(now.agents())));
    }

    private Component loads(List<Glance.Load> loads) {
        var names = people.named(loads.stream().map(Glance.Load::person).collect(Collectors.toSet()));
        var list = new UnorderedList();
        list.addClassName("plain-list");
        for (var load : loads) {
            var name = TicketWords.name(load.person(), names);
            list.add(new ListItem(new Anchor(
                    address("assignee=" + load.person()),
                    load.late() == 0
                            ? word("today.load", name, load.active())
                            : word("today.load.late", name, load.active(), load.late()))));
        }
        return list;
    }

    private Anchor link(String name, String narrowing, String query) {
        var number = new Span();
        number.addClassName("count");
        numbers.put(name, number);
        var link = new Anchor(address(narrowing), new Span(word(name)), number);
        if (query.contains(narrowing.split("&", 2)[0])) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private String address(String narrowing) {
        return Places.queue(SavedViews.WHOLE_DESK) + "?desk=" + desk + "&" + narrowing;
    }

    private void number(String name, long count) {
        var number = Objects.requireNonNull(numbers.get(name));
        number.setText(String.valueOf(count));
        number.getElement().getParent().getClassList().set("some", count > 0);
    }
}
