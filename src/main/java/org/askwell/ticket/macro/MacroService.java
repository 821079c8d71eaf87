package org.askwell.ticket.macro;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.askwell.common.ApplicationService;
import org.askwell.common.Deed;
import org.askwell.common.Refusal;
import org.askwell.common.StoredFile;
import org.askwell.common.Texts;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskService;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;
import org.jspecify.annotations.Nullable;

/** The macros of a desk: its owners keep them, whoever works there uses them. One public method is one transaction. */
@ApplicationService
public class MacroService {

    public static final int MOST = 200;

    @Inject
    MacroRepository macros;

    @Inject
    TicketService tickets;

    @Inject
    DeskService desks;

    @Inject
    PeopleService people;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Inject
    Event<Deed> deeds;

    /** Those of a desk at which the acting person works, oldest first. */
    public List<MacroRow> of(String desk) {
        var unused = desks.desk(desk);
        if (!current.get().worksAt(desk) && !DeskAccess.mayChange(current.get(), desk)) {
            throw Refusal.forbidden("ticket-agents-only");
        }
        return macros.of(desk).stream().map(Macro::row).toList();
    }

    public MacroRow add(String desk, MacroWords words) {
        var unused = desks.desk(desk);
        DeskAccess.requireMayChange(current.get(), desk);
        words.check();
        if (macros.of(desk).size() >= MOST) {
            throw Refusal.invalid("macro-many", MOST);
        }
        var macro = new Macro(desk, words, current.id(), clock.instant());
        macros.add(macro);
        tell(Deed.What.ADDED, macro);
        return macro.row();
    }

    public MacroRow rewrite(String desk, MacroId id, MacroWords words) {
        var macro = ofDesk(desk, id);
        words.check();
        macro.rewrite(words, current.id(), clock.instant());
        tell(Deed.What.CHANGED, macro);
        return macro.row();
    }

    public void delete(String desk, MacroId id) {
        var macro = ofDesk(desk, id);
        tell(Deed.What.DELETED, macro);
        macros.delete(macro);
    }

    /** One of this very desk, to be changed by its owners; another desk's is not found. */
    private Macro ofDesk(String desk, MacroId id) {
        DeskAccess.requireMayChange(current.get(), desk);
        var macro = macros.require(id);
        if (!macro.desk().equals(desk)) {
            throw Refusal.notFound("macro-unknown", id);
        }
        return macro;
    }

    /** What it would say on a ticket, in the language of its requester, with everything filled in. */
    public String words(MacroId id, TicketNumber number) {
        tickets.requireMayWork(number);
        var ticket = tickets.ticket(number);
        return filled(usable(id, ticket), ticket);
    }

    /**
     * Says and does it, all or nothing.
     *
     * @param words what is said in place of the macro's own words; null: those
     */
    public void use(MacroId id, TicketNumber number, @Nullable String words, List<StoredFile> files) {
        tickets.requireMayWork(number);
        var ticket = tickets.ticket(number);
        var macro = usable(id, ticket).words();
        var text = words == null ? filled(usable(id, ticket), ticket) : words;
        if (macro.takes() && ticket.assignee() == null) {
            tickets.take(number);
        }
        if (macro.priority() != null && macro.priority() != ticket.priority()) {
            tickets.prioritise(number, macro.priority());
        }
        if (!ticket.tags().containsAll(macro.tags())) {
            var all = new ArrayList<>(ticket.tags());
            all.addAll(macro.tags());
            tickets.tag(number, all);
        }
        if (macro.ending() != MacroEnding.REPLY && macro.ending() != MacroEnding.NOTE && !files.isEmpty()) {
            throw Refusal.invalid("macro-files");
        }
        switch (macro.ending()) {
            case REPLY -> tickets.reply(number, text, files);
            case NOTE -> tickets.note(number, text, files);
            case ASK -> tickets.askRequester(number, text);
            case RESOLVE -> tickets.resolve(number, text);
        }
    }

    private MacroRow usable(MacroId id, TicketSheet ticket) {
        var macro = macros.require(id);
        if (!macro.desk().equals(ticket.desk())) {
            throw Refusal.invalid("macro-elsewhere", id, ticket.number());
        }
        return macro.row();
    }

    private String filled(MacroRow macro, TicketSheet ticket) {
        var named = people.named(List.of(ticket.requester(), current.id()));
        var desk = desks.desk(macro.desk());
        return Placeholder.fill(
                macro.words().text(ticket.language()),
                Map.of(
                        Placeholder.REQUESTER,
                        name(ticket.requester(), named),
                        Placeholder.AGENT,
                        name(current.id(), named),
                        Placeholder.NUMBER,
                        ticket.number().value(),
                        Placeholder.SUBJECT,
                        ticket.subject(),
                        Placeholder.DESK,
                        desk.name(Texts.forLanguage(ticket.language()))));
    }

    private static String name(PersonId person, Map<PersonId, org.askwell.people.PersonRow> named) {
        return named.containsKey(person)
                ? Objects.requireNonNull(named.get(person)).name()
                : person.value();
    }

    private void tell(Deed.What what, Macro macro) {
        deeds.fire(new Deed(
                Deed.Kind.DESK,
                what,
                macro.desk(),
                "macro",
                null,
                macro.row().id().value()));
    }
}
