package org.askwell.notification.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Times;
import org.askwell.notification.MailLedger;
import org.askwell.notification.MailRow;
import org.askwell.notification.MailState;
import org.askwell.people.CurrentPerson;
import org.askwell.people.ui.AdminAreas;

/** What became of every mail. Route: {@code admin/mail?state=DOUBTFUL}. */
@Route(Places.ADMIN_MAIL)
@CdiComponent
@RolesAllowed("ADMIN")
public class MailsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final MailLedger ledger;
    private final CurrentPerson current;
    private final Clock clock;

    private final Div areas = new Div();
    private final Paragraph way = new Paragraph();
    private final Feedback said = new Feedback();
    private final Select<MailState> state = new Select<>();
    private final Grid<MailRow> grid = new Grid<>();
    private final Map<MailState, Long> counts = new EnumMap<>(MailState.class);

    @Inject
    MailsView(MailLedger ledger, CurrentPerson current, Clock clock) {
        this.ledger = ledger;
        this.current = current;
        this.clock = clock;
        addClassNames("wide", "admin", "mails");
        way.addClassName("way");
        way.getElement().setAttribute("role", "status");
        state.setAriaLabel(word("notice.mails.state"));
        state.setItems(MailState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(word("notice.mails.all"));
        state.setItemLabelGenerator(it -> it == null
                ? word("notice.mails.all")
                : word("notice.mails.counted", name(it), counts.getOrDefault(it, 0L)));
        state.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent()
                        .navigate(
                                Places.ADMIN_MAIL,
                                change.getValue() == null
                                        ? QueryParameters.empty()
                                        : QueryParameters.of(
                                                "state", change.getValue().name()));
            }
        });
        buildGrid();
        var tools = new Div(state);
        tools.addClassName("filters");
        add(areas, new H1(word("notice.mails.title")), way, tools, said, grid);
    }

    private void buildGrid() {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.setPageSize(PAGE);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateText(word("notice.mails.none"));
        grid.addComponentColumn(this::what).setHeader(word("notice.mails.what")).setFlexGrow(3);
        grid.addComponentColumn(this::how).setHeader(word("notice.mails.state")).setFlexGrow(3);
        grid.addComponentColumn(this::verb).setFlexGrow(0).setAutoWidth(true);
        grid.setItems(query -> ledger.page(state.getValue(), query.getOffset(), query.getLimit()).stream());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        areas.removeAll();
        areas.add(new AdminAreas(current.get(), Places.ADMIN_MAIL));
        said.clear();
        counts.clear();
        counts.putAll(ledger.counts());
        state.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("state")
                .flatMap(wanted -> Arrays.stream(MailState.values())
                        .filter(it -> it.name().equalsIgnoreCase(wanted))
                        .findFirst())
                .orElse(null));
        var way = ledger.way();
        this.way.setText(
                !way.open()
                        ? word("notice.mails.closed")
                        : way.since() == null
                                ? word("notice.mails.fine")
                                : word(
                                        "notice.mails.away",
                                        Times.exact(way.since(), current.get().zone()),
                                        String.valueOf(way.reason())));
        grid.getDataProvider().refreshAll();
    }

    private Component what(MailRow mail) {
        var kind = new Div(new Span(word("notice.kind." + mail.kind())), new Span(" · " + mail.about()));
        var to = new Div(new Span(mail.person() + (mail.address() == null ? "" : " · " + mail.address())));
        to.addClassName("quiet-text");
        return new Div(kind, to);
    }

    private Component how(MailRow mail) {
        var status = new Div(new Span(name(mail.state()) + " · "));
        var when = mail.triedAt() == null ? mail.askedAt() : mail.triedAt();
        status.add(Times.ago(when, current.get().zone(), clock));
        if (mail.attempts() > 1) {
            status.add(new Span(" · " + word("notice.mails.attempts", mail.attempts())));
        }
        var all = new Div(status);
        if (mail.problem() != null) {
            var problem = new Div(new Span(mail.problem()));
            problem.addClassName("problem");
            all.add(problem);
        }
        return all;
    }

    private Component verb(MailRow mail) {
        if (!mail.state().mayBeRepeated()) {
            return new Span();
        }
        var again = new NativeButton(word("notice.mails.again"), click -> {
            said.around(() -> ledger.again(mail.id()));
            grid.getDataProvider().refreshAll();
        });
        again.addClassName("plain");
        again.getElement()
                .setAttribute("aria-label", word("notice.mails.again") + ": " + mail.id())
                .setAttribute(
                        "title",
                        word(mail.state() == MailState.DOUBTFUL ? "notice.mails.again.doubt" : "notice.mails.again"));
        return again;
    }

    private static String name(MailState state) {
        return word("notice.mails.state." + state.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public String getPageTitle() {
        return word("notice.mails.title");
    }
}
