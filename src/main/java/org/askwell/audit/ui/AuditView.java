package org.askwell.audit.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askwell.audit.AuditFilter;
import org.askwell.audit.AuditRow;
import org.askwell.audit.AuditTrail;
import org.askwell.common.Deed;
import org.askwell.common.Places;
import org.askwell.common.Texts;
import org.askwell.common.ui.Times;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.ui.AdminAreas;
import org.askwell.people.ui.PersonPicker;
import org.jspecify.annotations.Nullable;

/**
 * Who changed what and who read what is confidential, found by the address: {@code
 * admin/audit?person=li.wei&kind=DESK&object=it&days=7}.
 */
@Route(Places.ADMIN_AUDIT)
@CdiComponent
@RolesAllowed("ADMIN")
public class AuditView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final AuditTrail trail;
    private final AuditAddress address;
    private final PeopleService people;
    private final CurrentPerson current;

    private final Div areas = new Div();
    private final PersonPicker by;
    private final Select<Deed.Kind> kind = new Select<>();
    private final TextField object = new TextField(word("audit.object"));
    private final Select<Integer> days = new Select<>();
    private final Anchor table = new Anchor("", word("audit.export"));
    private final Grid<AuditRow> grid = new Grid<>();
    private final Map<PersonId, String> names = new HashMap<>();
    private AuditFilter filter = AuditFilter.ALL;

    @Inject
    AuditView(AuditTrail trail, AuditAddress address, PeopleService people, CurrentPerson current) {
        this.trail = trail;
        this.address = address;
        this.people = people;
        this.current = current;
        by = new PersonPicker(word("audit.who"), people);
        addClassNames("wide", "admin", "audit");
        buildFilter();
        buildGrid();
        table.addClassNames("button", "plain");
        table.getElement().setAttribute("router-ignore", true).setAttribute("download", "");
        var head = new Div(new H1(word("audit.title")), table);
        head.addClassName("head");
        var lead = new Paragraph(word("audit.lead"));
        lead.addClassName("quiet-text");
        var tools = new Div(by, kind, object, days);
        tools.addClassName("filters");
        tools.getElement().setAttribute("role", "search");
        add(areas, head, lead, tools, grid);
    }

    private void buildFilter() {
        by.setPlaceholder(word("audit.anybody"));
        by.addValueChangeListener(change -> goIf(change.isFromClient()));
        kind.setLabel(word("audit.thing"));
        kind.setItems(Deed.Kind.values());
        kind.setEmptySelectionAllowed(true);
        kind.setEmptySelectionCaption(word("audit.anything"));
        kind.setItemLabelGenerator(it -> it == null ? word("audit.anything") : name(it));
        kind.addValueChangeListener(change -> goIf(change.isFromClient()));
        object.setPlaceholder(word("audit.object.example"));
        object.setClearButtonVisible(true);
        object.setValueChangeMode(ValueChangeMode.LAZY);
        object.addValueChangeListener(change -> goIf(change.isFromClient()));
        days.setLabel(word("audit.when"));
        days.setItems(AuditAddress.SPANS);
        days.setEmptySelectionAllowed(true);
        days.setEmptySelectionCaption(word("audit.ever"));
        days.setItemLabelGenerator(it -> it == null ? word("audit.ever") : word("audit.days", it));
        days.addValueChangeListener(change -> goIf(change.isFromClient()));
    }

    private void buildGrid() {
        grid.addClassName("audit-list");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setPageSize(PAGE);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText(word("audit.none"));
        grid.addComponentColumn(this::who).setHeader(word("audit.who")).setFlexGrow(2);
        grid.addComponentColumn(this::what).setHeader(word("audit.deed")).setFlexGrow(4);
        grid.setItems(query -> rows(query.getOffset(), query.getLimit()).stream());
    }

    /** With the names of those who acted, in one go. */
    private List<AuditRow> rows(int offset, int limit) {
        var rows = trail.page(filter, offset, limit);
        Set<PersonId> unknown = new HashSet<>();
        rows.forEach(row -> unknown.add(row.by()));
        unknown.removeAll(names.keySet());
        if (!unknown.isEmpty()) {
            unknown.forEach(it -> names.put(it, it.value()));
            people.named(unknown).forEach((id, person) -> names.put(id, person.name()));
        }
        return rows;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        areas.removeAll();
        areas.add(new AdminAreas(current.get(), Places.ADMIN_AUDIT));
        var wanted = event.getLocation().getQueryParameters();
        filter = address.filter(name -> wanted.getSingleParameter(name).orElse(null));
        by.choose(filter.by());
        kind.setValue(filter.kind());
        object.setValue(Objects.requireNonNullElse(filter.object(), ""));
        days.setValue(wanted.getSingleParameter(AuditAddress.DAYS)
                .flatMap(AuditAddress::days)
                .orElse(null));
        var query = wanted.getQueryString();
        table.setHref("audit-table" + (query.isEmpty() ? "" : "?" + query));
        grid.getDataProvider().refreshAll();
        grid.scrollToStart();
    }

    private void goIf(boolean typed) {
        if (!typed) {
            return;
        }
        var wanted = new HashMap<String, String>();
        put(wanted, AuditAddress.PERSON, by.chosen().map(PersonId::value).orElse(null));
        put(
                wanted,
                AuditAddress.KIND,
                kind.getValue() == null ? null : kind.getValue().name());
        put(
                wanted,
                AuditAddress.OBJECT,
                object.getValue().isBlank() ? null : object.getValue().strip());
        put(
                wanted,
                AuditAddress.DAYS,
                days.getValue() == null ? null : days.getValue().toString());
        UI.getCurrent().navigate(Places.ADMIN_AUDIT, QueryParameters.simple(wanted));
    }

    private static void put(Map<String, String> wanted, String name, @Nullable String value) {
        if (value != null) {
            wanted.put(name, value);
        }
    }

    private Component who(AuditRow row) {
        boolean portal = row.by().equals(PersonId.PORTAL);
        var name = new Div(new Span(
                portal
                        ? word("audit.portal")
                        : names.getOrDefault(row.by(), row.by().value())));
        name.addClassName("name");
        var when = new Div(new Span(Times.exact(row.at(), current.get().zone())));
        when.addClassName("quiet-text");
        return new Div(name, when);
    }

    private Component what(AuditRow row) {
        var line = new Div(
                new Span(word("audit.what." + row.what().name().toLowerCase(Locale.ROOT)) + " · " + name(row.kind())
                        + " "),
                object(row));
        var all = new Div(line);
        var detail = new Div();
        detail.addClassName("quiet-text");
        if (!row.part().isEmpty()) {
            detail.add(new Span(part(row.part()) + (row.from() == null && row.to() == null ? "" : ": ")));
        }
        if (row.from() != null) {
            detail.add(new Span(row.from()));
        }
        if (row.to() != null) {
            detail.add(new Span((row.from() != null || row.what() == Deed.What.CHANGED ? " → " : "") + row.to()));
        } else if (row.from() != null && row.what() == Deed.What.CHANGED) {
            detail.add(new Span(" → " + word("audit.nothing")));
        }
        if (detail.getComponentCount() > 0) {
            all.add(detail);
        }
        return all;
    }

    private static Component object(AuditRow row) {
        var place = switch (row.kind()) {
            case PERSON, RIGHT -> Places.person(row.object());
            case ARTICLE -> row.object().startsWith("A-") ? Places.article(row.object()) : null;
            case DESK -> Places.desk(row.object());
            default -> null;
        };
        return place == null ? new Span(row.object()) : new Anchor(place, row.object());
    }

    private static String name(Deed.Kind kind) {
        return word("audit.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    private static String part(String part) {
        var key = "audit.part." + part;
        return Texts.has(key) ? word(key) : part;
    }

    @Override
    public String getPageTitle() {
        return word("audit.title");
    }
}
