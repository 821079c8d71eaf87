package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.askwell.common.Places;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.KnownProblemRow;
import org.askwell.ticket.KnownProblemService;
import org.askwell.ticket.TicketNumber;
import org.jspecify.annotations.Nullable;

/** A problem that many have, as everybody sees it who has joined or might. Route: {@code problems/IT-1042}. */
@Route("problems/:number")
@CdiComponent
public class KnownProblemView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final KnownProblemService problems;
    private final DeskService desks;
    private final CurrentPerson current;
    private final Clock clock;

    private final H1 heading = new H1();
    private final Div head = new Div();
    private final Div body = new Div();
    private final Steady said = new Steady();
    private @Nullable TicketNumber number;
    private @Nullable KnownProblemCard card;

    @Inject
    KnownProblemView(
            KnownProblemService problems, DeskService desks, CurrentPerson current, LiveScreens screens, Clock clock) {
        this.problems = problems;
        this.desks = desks;
        this.current = current;
        this.clock = clock;
        addClassNames("column", "known-page");
        head.addClassName("row");
        var back = new Anchor(Places.MY, word("ticket.back.my"));
        back.addClassName("back");
        add(back, heading, head, body, said);
        screens.follow(this, KnownProblemNews.ANY, this::repaint);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters()
                .get("number")
                .flatMap(TicketNumber::parse)
                .orElseThrow(NotFoundException::new);
        card = null;
        body.removeAll();
        show(problems.find(number).orElseThrow(NotFoundException::new));
    }

    private void repaint() {
        problems.find(Objects.requireNonNull(number)).ifPresent(this::show);
    }

    private void show(KnownProblemRow row) {
        heading.setText(row.title(Words.locale()));
        head.removeAll();
        var name = new Span(row.ticket().value());
        name.addClassName("ticket-number");
        var desk = row.desk();
        head.add(TicketWords.badge(row.status()), name);
        if (desk != null) {
            head.add(new Anchor(
                    Places.desk(desk),
                    desks.find(desk).map(it -> it.name(Words.locale())).orElse(desk)));
        }
        if (card == null) {
            card = new KnownProblemCard(problems, row, true);
            body.add(card);
        } else {
            card.show(row);
        }
        var replies = problems.replies(row.ticket());
        var zone = current.get().zone();
        said.show(java.util.List.of(replies, row.status()), () -> {
            var section = new Section(new H2(word("ticket.known.replies")));
            if (row.status().isSettled()) {
                section.add(new Paragraph(
                        word("ticket.known.state." + row.status().name().toLowerCase(Locale.ROOT))));
            }
            if (replies.isEmpty()) {
                section.add(new Paragraph(word("ticket.known.replies.none")));
            }
            var list = new UnorderedList();
            list.addClassName("known-replies");
            for (var reply : replies) {
                var text = new Paragraph(reply.text(Words.locale()));
                text.addClassName("known-text");
                list.add(new ListItem(Times.ago(reply.at(), zone, clock), text));
            }
            section.add(list);
            return java.util.List.of(section);
        });
    }

    @Override
    public String getPageTitle() {
        return heading.getText();
    }
}
