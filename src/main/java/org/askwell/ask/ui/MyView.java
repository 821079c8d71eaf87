package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
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
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import org.askwell.ask.AskService;
import org.askwell.ask.QuestionRow;
import org.askwell.common.Places;
import org.askwell.common.ui.Times;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.KnownProblemService;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketService;
import org.jspecify.annotations.Nullable;

/** Everything of mine: what is with a person, and what I asked. Route: {@code my}. */
@Route("my")
@CdiComponent
public class MyView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 20;

    private final AskService asking;
    private final TicketService tickets;
    private final KnownProblemService problems;
    private final CurrentPerson current;
    private final RequestLines lines;
    private final Clock clock;

    private final Div joined = new Div();
    private final Section joinedSection = new Section(new H2(word("ask.my.joined")), joined);
    private final NativeButton moreJoined = new NativeButton(word("ask.my.more"), click -> loadJoined());
    private final Div requests = new Div();
    private final UnorderedList questions = new UnorderedList();
    private final Paragraph none = new Paragraph(word("ask.my.none"));
    private final NativeButton moreRequests = new NativeButton(word("ask.my.more"), click -> loadRequests());
    private final NativeButton moreQuestions = new NativeButton(word("ask.my.more"), click -> loadQuestions());
    private int shown;
    private int shownJoined;
    private @Nullable String cursor;

    @Inject
    MyView(AskService asking, TicketService tickets, KnownProblemService problems, CurrentPerson current, RequestLines lines, Clock clock) {
        this.problems = problems;
        this.asking = asking;
        this.tickets = tickets;
        this.current = current;
        this.lines = lines;
        this.clock = clock;
        addClassName("column");
        questions.addClassName("lines");
        moreRequests.addClassName("plain");
        moreJoined.addClassName("plain");
        joinedSection.add(moreJoined);
        moreQuestions.addClassName("plain");
        add(
                new H1(word("ask.my.title")),
                new Section(new H2(word("ask.my.requests")), requests, moreRequests),
                joinedSection,
                new Section(new H2(word("ask.my.questions")), none, questions, moreQuestions));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        requests.removeAll();
        questions.removeAll();
        joined.removeAll();
        shown = 0;
        shownJoined = 0;
        cursor = null;
        loadRequests();
        loadJoined();
        loadQuestions();
        none.setVisible(questions.getChildren().findAny().isEmpty());
    }

    private void loadRequests() {
        var rows = tickets.page(TicketFilter.ALL.requestedBy(current.id()), shown, PAGE + 1);
        var page = rows.subList(0, Math.min(PAGE, rows.size()));
        requests.add(lines.list(page));
        shown += page.size();
        moreRequests.setVisible(rows.size() > PAGE);
    }

    /** Problems of many that one has, too. */
    private void loadJoined() {
        var rows = problems.mine(false, shownJoined, PAGE + 1);
        var page = rows.subList(0, Math.min(PAGE, rows.size()));
        joined.add(lines.joined(page));
        shownJoined += page.size();
        moreJoined.setVisible(rows.size() > PAGE);
        joinedSection.setVisible(shownJoined > 0);
    }

    private void loadQuestions() {
        var slice = asking.mine(cursor, PAGE);
        slice.items().forEach(row -> questions.add(line(row)));
        cursor = slice.nextCursor();
        moreQuestions.setVisible(cursor != null);
    }

    private ListItem line(QuestionRow row) {
        var outcome = new Span(
                row.ticket() != null
                        ? word("ask.outcome.person", row.ticket())
                        : word("ask.outcome." + row.outcome().name().toLowerCase(Locale.ROOT)));
        outcome.addClassName("badge");
        var when = Times.ago(row.askedAt(), current.get().zone(), clock);
        when.addClassName("quiet-text");
        return new ListItem(outcome, new Anchor(Places.question(row.name().value()), row.text()), when);
    }

    @Override
    public String getPageTitle() {
        return word("ask.my.title");
    }
}
