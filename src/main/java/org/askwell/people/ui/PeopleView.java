package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.ValueProvider;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.askwell.common.Places;
import org.askwell.common.ui.Words;
import org.askwell.people.CurrentPerson;
import org.askwell.people.Directory;
import org.askwell.people.PeopleFilter;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonRow;
import org.askwell.people.Role;
import org.jspecify.annotations.Nullable;

/** Everybody who is here, found by the address: {@code admin/people?q=wxm&department=it&role=AGENT&closed}. */
@Route(Places.ADMIN_PEOPLE)
@CdiComponent
@RolesAllowed("ADMIN")
public class PeopleView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;
    private static final int PHONE = 760;
    private static final List<Role> ROLES = List.of(Role.AGENT, Role.DESK_OWNER, Role.CURATOR, Role.ADMIN);

    private final Directory directory;
    private final PeopleService people;
    private final CurrentPerson current;

    private final Div areas = new Div();
    private final TextField text = new TextField();
    private final Select<String> department = new Select<>();
    private final Select<Role> role = new Select<>();
    private final Checkbox closed = new Checkbox(word("people.filter.closed"));
    private final Grid<PersonRow> grid = new Grid<>();
    private final Map<String, String> departments = new LinkedHashMap<>();
    private PeopleFilter filter = PeopleFilter.ACTIVE;

    @Inject
    PeopleView(Directory directory, PeopleService people, CurrentPerson current) {
        this.directory = directory;
        this.people = people;
        this.current = current;
        addClassNames("wide", "admin", "people-page");
        buildFilter();
        buildGrid();
        var fresh = new Anchor(Places.person(PersonView.NEW), word("people.new"));
        fresh.addClassName("button");
        var table = new Anchor(Places.ADMIN_PEOPLE_IMPORT, word("people.import"));
        table.addClassNames("button", "plain");
        var ways = new Div(table, fresh);
        ways.addClassName("row");
        var head = new Div(new H1(word("people.areas.people")), ways);
        head.addClassName("head");
        var tools = new Div(text, department, role, closed);
        tools.addClassName("filters");
        tools.getElement().setAttribute("role", "search");
        add(areas, head, tools, grid);
    }

    private void buildFilter() {
        text.setPlaceholder(word("people.filter.text"));
        text.setAriaLabel(word("people.filter.text"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(change -> goIf(change.isFromClient()));
        department.setAriaLabel(word("people.department"));
        department.setEmptySelectionAllowed(true);
        department.setEmptySelectionCaption(word("people.filter.department"));
        department.setItemLabelGenerator(
                it -> it == null ? word("people.filter.department") : departments.getOrDefault(it, it));
        department.addValueChangeListener(change -> goIf(change.isFromClient()));
        role.setAriaLabel(word("people.filter.role.label"));
        role.setItems(ROLES);
        role.setEmptySelectionAllowed(true);
        role.setEmptySelectionCaption(word("people.filter.role"));
        role.setItemLabelGenerator(it -> it == null ? word("people.filter.role") : PeopleWords.of(it));
        role.addValueChangeListener(change -> goIf(change.isFromClient()));
        closed.addValueChangeListener(change -> goIf(change.isFromClient()));
    }

    private void buildGrid() {
        grid.addClassName("people-list");
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setPageSize(PAGE);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText(word("people.none"));
        grid.addComponentColumn(this::name).setHeader(word("people.name")).setFlexGrow(2);
        grid.addColumn(this::departmentName).setHeader(word("people.department"));
        grid.addColumn(orNothing(PersonRow::office)).setHeader(word("people.office"));
        grid.addColumn(orNothing(PersonRow::staffNumber)).setHeader(word("people.staff-number"));
        grid.addColumn(orNothing(PersonRow::mail))
                .setHeader(word("people.mail"))
                .setFlexGrow(2);
        grid.setItems(query -> directory.page(filter, query.getOffset(), query.getLimit()).stream());
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var page = attached.getUI().getPage();
        page.executeJs("return window.innerWidth").then(Integer.class, this::fitTo);
        var resizing = page.addBrowserWindowResizeListener(resized -> fitTo(resized.getWidth()));
        addDetachListener(detached -> {
            resizing.remove();
            detached.unregisterListener();
        });
    }

    /** On a phone every row is a card: everything stands in the first column. */
    private void fitTo(int width) {
        boolean phone = width < PHONE;
        setClassName("on-phone", phone);
        grid.getColumns().stream().skip(1).forEach(column -> column.setVisible(!phone));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        departments.clear();
        people.departments().forEach(it -> departments.put(it.slug(), it.name(Words.locale())));
        department.setItems(departments.keySet());
        areas.removeAll();
        areas.add(new AdminAreas(current.get(), Places.ADMIN_PEOPLE));
        var wanted = event.getLocation().getQueryParameters();
        text.setValue(wanted.getSingleParameter("q").orElse(""));
        department.setValue(wanted.getSingleParameter("department")
                .filter(departments::containsKey)
                .orElse(null));
        role.setValue(wanted.getSingleParameter("role").map(PeopleView::role).orElse(null));
        closed.setValue(wanted.getParameters().containsKey("closed"));
        filter = new PeopleFilter(text.getValue(), department.getValue(), role.getValue(), closed.getValue());
        grid.getDataProvider().refreshAll();
        grid.scrollToStart();
    }

    private void goIf(boolean typed) {
        if (!typed) {
            return;
        }
        var wanted = new HashMap<String, String>();
        if (!text.getValue().isBlank()) {
            wanted.put("q", text.getValue().strip());
        }
        if (department.getValue() != null) {
            wanted.put("department", department.getValue());
        }
        if (role.getValue() != null) {
            wanted.put("role", role.getValue().name());
        }
        if (closed.getValue()) {
            wanted.put("closed", "");
        }
        UI.getCurrent().navigate(Places.ADMIN_PEOPLE, QueryParameters.simple(wanted));
    }

    private Component name(PersonRow person) {
        var link = new Anchor(Places.person(person.id().value()), person.name());
        var other = new Span(
                Objects.requireNonNullElse(person.otherName(), person.id().value()));
        other.addClassName("quiet-text");
        var line = new Div(link, other);
        line.addClassName("person");
        if (!person.active()) {
            var tag = new Span(word("people.closed"));
            tag.addClassName("tag");
            line.add(tag);
        }
        var more = new Span(Stream.of(departmentName(person), person.office(), person.mail())
                .filter(it -> it != null && !it.isEmpty())
                .collect(Collectors.joining(" · ")));
        more.addClassNames("quiet-text", "phone-only");
        line.add(more);
        return line;
    }

    private String departmentName(PersonRow person) {
        return person.department() == null ? "" : departments.getOrDefault(person.department(), person.department());
    }

    private static ValueProvider<PersonRow, String> orNothing(ValueProvider<PersonRow, @Nullable String> part) {
        return person -> Objects.requireNonNullElse(part.apply(person), "");
    }

    private static @Nullable Role role(String text) {
        return Arrays.stream(Role.values())
                .filter(it -> ROLES.contains(it) && it.name().equalsIgnoreCase(text))
                .findFirst()
                .orElse(null);
    }

    @Override
    public String getPageTitle() {
        return word("people.areas.people");
    }
}
