package org.askwell.learning;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.askwell.ai.WrittenLanguage;
import org.askwell.ask.AskService;
import org.askwell.common.ApplicationService;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskService;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ArticleService;
import org.askwell.knowledge.ArticleText;
import org.askwell.knowledge.NewArticle;
import org.askwell.knowledge.SpaceRow;
import org.askwell.knowledge.SpaceService;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;

/** Turns what was found out into what can be found. One public method is one transaction. */
@ApplicationService
public class LearningService {

    @Inject
    LearningRepository written;

    @Inject
    TicketService tickets;

    @Inject
    AskService asking;

    @Inject
    ArticleService articles;

    @Inject
    SpaceService spaces;

    @Inject
    DeskService desks;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    /**
     * Begins an article from a resolved ticket: its resolution is the text, the question is one of its wordings. Whoever
     * works on the ticket and curates a space of its desk may; the draft is not shown to readers before it is published.
     */
    public ArticleId writeDown(TicketNumber number) {
        tickets.requireMayWork(number);
        var ticket = tickets.ticket(number);
        var solved = ticket.resolution();
        if (solved == null) {
            throw Refusal.conflict("nothing-to-write-down", number);
        }
        if (ticket.confidential()) {
            throw Refusal.forbidden("ticket-confidential");
        }
        var before = written.ofTicket(number);
        if (before.isPresent()) {
            return before.get().article();
        }
        var space = shelf(ticket).orElseThrow(() -> Refusal.forbidden("no-space-to-write"));
        var text = ArticleText.of(ticket.subject(), solved.text(), wordings(ticket));
        var article = articles.create(
                NewArticle.of(space, WrittenLanguage.of(solved.text()), text).noted(number.value()));
        written.add(new WrittenDown(number, article, current.id(), clock.instant()));
        return article;
    }

    /** Where the acting person could write this ticket down: the first library of its desk that the person curates. */
    public Optional<String> shelf(TicketSheet ticket) {
        var desk = ticket.desk();
        if (desk == null) {
            return Optional.empty();
        }
        var writable = spaces.readable().stream()
                .filter(SpaceRow::mayWrite)
                .map(SpaceRow::slug)
                .toList();
        return desks.desk(desk).spaces().stream().filter(writable::contains).findFirst();
    }

    /** The article that a ticket became, if the acting person may see the ticket. */
    public Optional<ArticleId> article(TicketNumber number) {
        tickets.ticket(number);
        return written.ofTicket(number).map(WrittenDown::article);
    }

    /** The tickets that an article came from, as far as the acting person works on them. */
    public List<TicketNumber> tickets(ArticleId article) {
        var open = new ArrayList<TicketNumber>();
        for (var number : written.behind(article)) {
            if (mayWork(number)) {
                open.add(number);
            }
        }
        return open;
    }

    private boolean mayWork(TicketNumber number) {
        return tickets.mayWork(number);
    }

    /** How it was asked, without who asked: the questions before the ticket, or its subject. */
    private List<String> wordings(TicketSheet ticket) {
        var asked = asking.behind(ticket.number()).stream()
                .map(it -> it.text().strip())
                .filter(it -> it.length() <= ArticleText.LONGEST_WORDING)
                .toList();
        return asked.isEmpty() ? List.of(ticket.subject()) : asked;
    }
}
