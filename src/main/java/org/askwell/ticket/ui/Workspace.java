package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.shared.Registration;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.askwell.common.FileStore;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.LiveScreens;
import org.askwell.common.ui.Steady;
import org.askwell.common.ui.Times;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.people.Caller;
import org.askwell.people.CurrentPerson;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonRow;
import org.askwell.people.ui.PersonLink;
import org.askwell.ticket.HistoryRow;
import org.askwell.ticket.MessageRow;
import org.askwell.ticket.Priority;
import org.askwell.ticket.TicketAccess;
import org.askwell.ticket.TicketFilter;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.TicketRow;
import org.askwell.ticket.TicketScope;
import org.askwell.ticket.TicketService;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.TicketTopics;
import org.askwell.ticket.macro.MacroEnding;
import org.askwell.ticket.macro.MacroRow;
import org.askwell.ticket.macro.MacroService;
import org.jspecify.annotations.Nullable;

/** One ticket as those who work on it see it: everything said, everything known, everything one can do. */
@CdiComponent
class Workspace extends Div {

    private static final int SHOWN_TICKETS = 5;

    private final TicketService tickets;
    private final DeskService desks;
    private final DeskSchemas schemas;
    private final PeopleService people;
    private final CurrentPerson current;
    private final FileStore files;
    private final LiveScreens screens;
    private final Clock clock;
    private final Instance<TicketPanel> panels;
    private final MacroService macros;
    private final MacroMenu menu;

    private final Div head = new Div();
    private final Verbs verbs;
    private final HistoryWords words;
    private final Feedback refusal = new Feedback();
    private final Conversation conversation;
    private final Div composing = new Div();
    private final PresenceLine presence;
    private final Steady requester = new Steady();
    private final Steady beside = new Steady();
    private final OrderedList past = new OrderedList();
    private final Details history = new Details("", past);
    private final Aside side = new Aside(requester, beside, history);
    private @Nullable Composer composer;
    private @Nullable Integer known;
    private @Nullable TicketSheet shown;
    private @Nullable Registration live;

    @Inject
    Workspace(
            TicketService tickets,
            DeskService desks,
            DeskSchemas schemas,
            PeopleService people,
            CurrentPerson current,
            FileStore files,
            LiveScreens screens,
            Clock clock,
            MacroService macros,
            Presence presence,
            @Any Instance<TicketPanel> panels) {
        this.tickets = tickets;
        this.desks = desks;
        this.schemas = schemas;
        this.people = people;
        this.current = current;
        this.files = files;
        this.screens = screens;
        this.clock = clock;
        this.panels = panels;
        this.presence = new PresenceLine(presence, people, current, screens);
        this.macros = macros;
        this.menu = new MacroMenu(macros, current, this::prepare);
        this.conversation = new Conversation(clock);
        this.words = new HistoryWords(desks, schemas);
        this.verbs = new Verbs(tickets, desks, schemas, current, this::act, this::reload);
        addClassName("workspace");
        head.addClassName("ticket-head");
        past.addClassName("history");
        history.addClassName("side-card");
        side.getElement().setAttribute("aria-label", word("ticket.side"));
        var main = new Div(head, verbs, refusal, conversation, this.presence, composing);
        main.addClassName("workspace-main");
        add(main, side);
        addAttachListener(here -> join());
        addDetachListener(gone -> leave());
    }

    /** Shows a ticket; a Refusal when the acting person may not read it. */
    void show(TicketNumber number) {
        boolean another = shown == null || !shown.number().equals(number);
        leave();
        shown = tickets.ticket(number);
        refusal.clear();
        presence.at(number);
        if (another) {
            known = null;
            history.setOpened(false);
            var draft = current.id() + ".ticket." + number;
            composing.removeAll();
            composer = new Composer(files, draft, true, this::send);
            composer.whileWriting(this::writes);
            composing.add(menu, composer);
        }
        paint();
        join();
    }

    private void join() {
        if (shown != null && live == null && getUI().isPresent()) {
            live = screens.join(getUI().get(), TicketTopics.ticket(shown.number()), this::reload);
        }
    }

    private void leave() {
        if (live != null) {
            live.remove();
            live = null;
        }
    }

    private void reload() {
        try {
            shown = tickets.ticket(number());
            paint();
        } catch (Refusal noLongerMine) {
            refusal.refuse(noLongerMine);
        }
    }

    private TicketNumber number() {
        return sheet().number();
    }

    private TicketSheet sheet() {
        return Objects.requireNonNull(shown);
    }

    private void paint() {
        var ticket = sheet();
        var caller = current.get();
        var lines = tickets.history(ticket.number());
        var names = people.named(mentioned(ticket, lines));
        paintHead(ticket, names);
        verbs.show(ticket, caller);
        conversation.show(ticket, names, caller.zone());
        menu.show(ticket);
        composing.setVisible(TicketAccess.mayReply(caller, ticket.scope()));
        paintRequester(ticket, names, caller);
        beside.show(
                Arrays.asList(
                        ticket.number(),
                        ticket.status(),
                        ticket.desk(),
                        ticket.queue(),
                        ticket.resolution(),
                        ticket.category(),
                        ticket.fields(),
                        schemas.of(ticket.desk())),
                () -> panels.stream()
                        .sorted(Comparator.comparingInt(TicketPanel::place))
                        .flatMap(panel -> panel.build(ticket).stream())
                        .toList());
        paintHistory(lines, names, caller);
    }

    private static Set<PersonId> mentioned(TicketSheet ticket, List<HistoryRow> history) {
        var mentioned = new HashSet<PersonId>();
        mentioned.add(ticket.requester());
        if (ticket.assignee() != null) {
            mentioned.add(ticket.assignee());
        }
        ticket.conversation().forEach(it -> mentioned.add(it.author()));
        for (var line : history) {
            mentioned.add(line.by());
            if (line.kind() == HistoryRow.Kind.ASSIGNED) {
                PersonId.parse(line.before()).ifPresent(mentioned::add);
                PersonId.parse(line.after()).ifPresent(mentioned::add);
            }
            if (line.kind() == HistoryRow.Kind.ESCALATED) {
                HistoryWords.told(line).forEach(mentioned::add);
            }
        }
        return mentioned;
    }

    private void paintHead(TicketSheet ticket, Map<PersonId, PersonRow> names) {
        head.removeAll();
        var number = new Span(ticket.number().value());
        number.addClassName("ticket-number");
        var line = new Div(number, TicketWords.badge(ticket.status()));
        line.addClassName("row");
        if (ticket.priority() != Priority.NORMAL) {
            line.add(TicketWords.badge(ticket.priority()));
        }
        if (ticket.category() != null) {
            line.add(tag(schemas.of(ticket.desk()).label(ticket.category(), Words.locale())));
        }
        ticket.tags().forEach(it -> line.add(tag(it)));
        if (ticket.nudges() > 0 && ticket.status().isActive()) {
            line.add(tag(word("ticket.nudges", ticket.nudges())));
        }
        var rating = ticket.rating();
        if (rating != null) {
            line.add(tag(word(rating.satisfied() ? "ticket.rated.good" : "ticket.rated.bad")));
        }
        var who = new Paragraph(
                word("ticket.head", queueName(ticket.queue()), TicketWords.name(ticket.assignee(), names)));
        who.addClassName("quiet-text");
        head.add(line, new H1(ticket.subject()), who);
        if (ticket.mergedInto() != null) {
            var on = ticket.mergedInto().value();
            var where = new Paragraph(new Anchor(Places.ticket(on), word("ticket.plain.merged.into", on)));
            where.addClassName("held");
            head.add(where);
        }
        var hold = ticket.hold();
        if (hold != null) {
            var until = hold.until();
            head.add(note(
                    until == null
                            ? word(hold.forRequester() ? "ticket.asked" : "ticket.held", hold.reason())
                            : word(
                                    "ticket.held.until",
                                    hold.reason(),
                                    Times.exact(until, current.get().zone()))));
        }
    }

    private static Paragraph note(String text) {
        var note = new Paragraph(text);
        note.addClassName("held");
        return note;
    }

    private static Span tag(String text) {
        var tag = new Span(text);
        tag.addClassName("tag");
        return tag;
    }

    /** What stood there when writing began is what the writer knows. */
    private void writes() {
        known = known == null ? Integer.valueOf(lastMessage()) : known;
        presence.writes();
    }

    private void send(boolean note, String text, List<org.askwell.common.StoredFile> attached) {
        if (note) {
            tickets.note(number(), text, attached);
        } else {
            reply(text, attached);
        }
        sent();
    }

    /** Refused once when somebody was faster; whoever sends it again has read that. */
    private void reply(String text, List<org.askwell.common.StoredFile> attached) {
        try {
            tickets.reply(number(), text, attached, known);
        } catch (Refusal no) {
            if (no.code().equals("ticket-answered-meanwhile")) {
                reload();
                known = lastMessage();
            }
            throw no;
        }
    }

    private void sent() {
        known = null;
        presence.rests();
        reload();
    }

    private int lastMessage() {
        return sheet().conversation().stream()
                .mapToInt(MessageRow::position)
                .max()
                .orElse(0);
    }

    private void prepare(MacroRow macro, String words) {
        var does = macro.words();
        Objects.requireNonNull(composer)
                .prepare(
                        words,
                        does.ending() == MacroEnding.NOTE,
                        word("macro.then", does.name(Words.locale().getLanguage()), MacroTexts.effects(does)),
                        (note, text, attached) -> {
                            macros.use(macro.id(), number(), text, attached);
                            sent();
                        });
    }

    private void act(Runnable action) {
        refusal.around(action);
        reload();
    }

    private void paintRequester(TicketSheet ticket, Map<PersonId, PersonRow> names, Caller caller) {
        var filter = TicketFilter.ALL.requestedBy(ticket.requester()).with(TicketFilter.ACTIVE);
        var others = tickets.page(filter, 0, SHOWN_TICKETS + 1).stream()
                .filter(it -> !it.number().equals(ticket.number()))
                .filter(it -> TicketAccess.mayWork(caller, new TicketScope(it.requester(), it.desk(), it.status())))
                .toList();
        var row = names.get(ticket.requester());
        requester.show(
                Arrays.asList(ticket.requester(), row, others),
                () -> List.of(card(TicketWords.name(ticket.requester(), names), row, others)));
    }

    private Section card(String name, @Nullable PersonRow row, List<TicketRow> others) {
        var author = new Paragraph(row == null ? new Span(name) : new PersonLink(row.id(), name));
        author.addClassName("author");
        var card = new Section(new H2(word("ticket.requester")), author);
        card.addClassName("side-card");
        if (row != null) {
            for (var fact : Arrays.asList(row.otherName(), departmentOf(row), row.office(), row.mail())) {
                if (fact != null && !fact.isBlank()) {
                    var line = new Paragraph(fact);
                    line.addClassName("quiet-text");
                    card.add(line);
                }
            }
        }
        if (!others.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("plain-list");
            others.forEach(it -> list.add(
                    new ListItem(new Anchor(Places.ticket(it.number().value()), it.number() + " " + it.subject()))));
            card.add(new Paragraph(word("ticket.requester.open", others.size())), list);
        }
        return card;
    }

    private @Nullable String departmentOf(PersonRow person) {
        return people.departments().stream()
                .filter(it -> it.slug().equals(person.department()))
                .map(it -> it.name(Words.locale()))
                .findFirst()
                .orElse(person.department());
    }

    private void paintHistory(List<HistoryRow> rows, Map<PersonId, PersonRow> names, Caller caller) {
        past.removeAll();
        for (var row : rows) {
            var what = new Span(words.sentence(row, sheet(), names));
            past.add(new ListItem(what, Times.ago(row.at(), caller.zone(), clock)));
        }
        history.setSummaryText(word("ticket.history", rows.size()));
    }

    private String queueName(@Nullable String slug) {
        return slug == null
                ? ""
                : desks.findQueue(slug).map(it -> it.name(Words.locale())).orElse(slug);
    }
}
