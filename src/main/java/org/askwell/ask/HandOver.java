package org.askwell.ask;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.askwell.common.ApplicationService;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.NewTicket;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.jspecify.annotations.Nullable;

/** Where a question becomes a ticket: both know of each other, or neither. */
@ApplicationService
class HandOver {

    private static final int SUBJECT = 120;

    @Inject
    QuestionLedger ledger;

    @Inject
    TicketService tickets;

    @Inject
    CurrentPerson current;

    public TicketNumber open(
            QuestionId name,
            @Nullable String desk,
            @Nullable String note,
            @Nullable String category,
            Map<String, @Nullable String> fields) {
        var question = ledger.view(name);
        var text = note == null || note.isBlank() ? question.text() : question.text() + "\n\n" + note.strip();
        var space = question.offered().isEmpty()
                ? null
                : question.offered().getFirst().space();
        var ticket = tickets.open(new NewTicket(
                subject(question.text()),
                text,
                desk,
                null,
                null,
                List.of(),
                name.value(),
                space,
                false,
                List.of(),
                category,
                fields));
        ledger.handOver(name, ticket.number().value());
        return ticket.number();
    }

    public List<QuestionView> behind(TicketNumber number) {
        tickets.ticket(number);
        return ledger.behind(number.value());
    }

    /** The first sentence or line of the question, cut at a word. */
    private static String subject(String text) {
        var line = text.strip().lines().findFirst().orElse(text);
        if (line.codePointCount(0, line.length()) <= SUBJECT) {
            return line;
        }
        var cut = line.substring(0, line.offsetByCodePoints(0, SUBJECT));
        var space = cut.lastIndexOf(' ');
        return (space > SUBJECT / 2 ? cut.substring(0, space) : cut) + "…";
    }
}
