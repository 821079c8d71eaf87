package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.askwell.ask.Answer;
import org.askwell.ask.AskService;
import org.askwell.ask.QuestionId;
import org.askwell.ask.QuestionView;
import org.askwell.ask.Shortcoming;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.DeskSchemas;
import org.askwell.desk.DeskService;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.TicketNumber;
import org.askwell.ticket.ui.AskedFields;
import org.askwell.ticket.ui.KnownProblems;
import org.askwell.ticket.ui.RequestThread;
import org.jspecify.annotations.Nullable;

/**
 * A question and everything that followed it, in one place: the answer, whether it helped, the person who took over and
 * what they wrote. Route: {@code questions/Q-7K3MPX2D}.
 */
@Route("questions/:question")
@CdiComponent
public class ConversationView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LONGEST_REASON = 1_000;

    private final AskService asking;
    private final ReadableArticles articles;
    private final DeskService desks;
    private final DeskSchemas schemas;
    private final CurrentPerson current;
    private final RequestThread thread;
    private final KnownProblems.Banner known;
    private final H1 title = new H1();
    private final Div said = new Div();
    private final Div person = new Div();
    private final AskBox next;

    private @Nullable QuestionId conversation;

    /** Which question has just been said not to be answered well. */
    private @Nullable QuestionId askedWhy;

    private @Nullable QuestionView latest;

    @Inject
    ConversationView(
            AskService asking,
            ReadableArticles articles,
            DeskService desks,
            DeskSchemas schemas,
            CurrentPerson current,
            RequestThread thread,
            KnownProblems problems) {
        this.current = current;
        this.asking = asking;
        this.articles = articles;
        this.desks = desks;
        this.schemas = schemas;
        this.thread = thread;
        known = problems.banner();
        next = new AskBox(
                word("ask.more"), word("ask.more"), current.id() + ".ask.more", typed -> List.of(), this::goOn);
        next.addClassName("ask-more");
        addClassNames("column", "conversation");
        add(title, said, known, person, thread, next);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var name = event.getRouteParameters()
                .get("question")
                .flatMap(QuestionId::parse)
                .orElseThrow(NotFoundException::new);
        try {
            load(name);
        } catch (Refusal unknown) {
            throw new NotFoundException();
        }
    }

    private void load(QuestionId name) {
        show(asking.conversation(name));
    }

    private void goOn(String text) {
        var asked = asking.ask(text, conversation, null);
        load(asked.name());
    }

    private void show(List<QuestionView> questions) {
        conversation = questions.getFirst().conversation();
        latest = questions.getLast();
        title.setText(questions.getFirst().text());
        var cited = new HashSet<ArticleId>();
        questions.forEach(question -> question.sentences().forEach(it -> cited.add(new ArticleId(it.article()))));
        var sources = articles.published(cited);
        said.removeAll();
        for (var question : questions) {
            if (question != questions.getFirst()) {
                said.add(new H2(question.text()));
            }
            said.add(new AnswerCard(question, sources));
        }
        showKnown(null);
        showActions();
        var ticket = questions.stream()
                .map(QuestionView::ticket)
                .filter(it -> it != null)
                .reduce((a, b) -> b);
        next.setVisible(ticket.isEmpty());
        ticket.flatMap(TicketNumber::parse).ifPresentOrElse(thread::showBelowQuestion, thread::hide);
    }

    /** What others have reported already: the same as was asked, and what is known where it would be filed. */
    private void showKnown(@Nullable String chosen) {
        var question = latest;
        if (question == null || question.ticket() != null) {
            known.show(null, "", null);
            return;
        }
        boolean filing = question.outcome() != Answer.Outcome.ANSWERED || Boolean.FALSE.equals(question.helpful());
        known.show(question.text(), question.language(), chosen != null ? chosen : filing ? question.desk() : null);
    }

    private void showActions() {
        person.removeAll();
        var question = latest;
        if (question == null || question.ticket() != null) {
            return;
        }
        if (question.helpful() != null && question.helpful()) {
            var thanks = new Paragraph(word("ask.solved"));
            thanks.addClassName("good");
            person.add(thanks, new Anchor(Places.HOME, word("ask.another")));
            return;
        }
        if (question.outcome() == Answer.Outcome.ANSWERED) {
            var helped = button("ask.helped", "plain", () -> rate(question, true, null, null));
            var missed = button("ask.missed", "plain", () -> miss(question));
            var human = button("ask.person", "plain", () -> openPerson(question, null));
            var row = new Div(helped, missed, human);
            row.addClassName("row");
            person.add(row);
            if (question.helpful() != null) {
                if (question.name().equals(askedWhy)) {
                    person.add(why(question));
                }
                openPerson(question, null);
            }
        } else {
            openPerson(question, null);
        }
    }

    private static NativeButton button(String word, String look, Runnable action) {
        var button = new NativeButton(word(word), click -> action.run());
        button.addClassName(look);
        return button;
    }

    private void rate(
            QuestionView question, boolean helpful, @Nullable Shortcoming shortcoming, @Nullable String reason) {
        asking.rate(question.name(), helpful, shortcoming, reason);
        load(question.name());
    }

    /** Counts at once; why is asked afterwards, and may stay open. */
    private void miss(QuestionView question) {
        askedWhy = question.name();
        rate(question, false, null, null);
    }

    /** One line: what was wrong, and room for own words. A press on one of the choices is all it takes. */
    private Div why(QuestionView question) {
        var reason = new TextField(word("ask.missed.why"));
        reason.setMaxLength(LONGEST_REASON);
        var choices = new Div();
        choices.addClassName("row");
        for (var it : Shortcoming.values()) {
            choices.add(button(
                    "ask.shortcoming." + it.name().toLowerCase(Locale.ROOT),
                    "quiet",
                    () -> explain(question, it, reason.getValue())));
        }
        var own = new Div(reason, button("ask.missed.send", "plain", () -> explain(question, null, reason.getValue())));
        own.addClassNames("row", "own-words");
        var lead = new Span(word("ask.shortcoming"));
        lead.addClassName("quiet-text");
        var line = new Div(lead, choices, own);
        line.addClassName("why-not");
        return line;
    }

    private void explain(QuestionView question, @Nullable Shortcoming shortcoming, String reason) {
        askedWhy = null;
        rate(question, false, shortcoming, reason);
    }

    /** The way to a person: the desk the rules would choose is chosen already, the question is filled in. */
    private void openPerson(QuestionView question, @Nullable String typed) {
        var handOver = new Section();
        handOver.addClassNames("card", "hand-over");
        var note = new TextArea(word("ask.person.note"));
        note.setWidthFull();
        note.setMaxLength(4000);
        note.setValue(typed == null ? "" : typed);
        note.getElement().setAttribute("data-draft", current.id() + ".handover." + question.name());
        var desk = new Select<DeskProfile>();
        desk.setLabel(word("ask.person.desk"));
        var choices = desks.desks();
        desk.setItems(choices);
        desk.setItemLabelGenerator(it -> it == null ? word("ask.person.rules") : it.name(getLocale()));
        desk.setEmptySelectionAllowed(true);
        desk.setEmptySelectionCaption(word("ask.person.rules"));
        choices.stream()
                .filter(it -> it.slug().equals(question.desk()))
                .findFirst()
                .ifPresent(desk::setValue);
        var asked = new AskedFields();
        desk.addValueChangeListener(change -> {
            showKnown(change.getValue() == null ? null : change.getValue().slug());
            ask(asked, change.getValue());
        });
        ask(asked, desk.getValue());
        var refusal = new Feedback();
        var send = new NativeButton(word("ask.person.send"));
        send.addClassName("primary");

        send.addClickListener(click -> {
            send.setEnabled(false);
            try {
                var values = asked.values();
                asking.handOver(
                        question.name(),
                        desk.getValue() == null ? null : desk.getValue().slug(),
                        note.getValue(),
                        asked.category(),
                        values);
                note.clear();
                load(question.name());
            } catch (Refusal no) {
                refusal.refuse(no);
                send.setEnabled(true);
            }
        });
        handOver.add(new H2(word("ask.person.title")), desk, note, asked, refusal, send);
        person.getChildren().filter(Section.class::isInstance).toList().forEach(person::remove);
        person.add(handOver);
    }

    /** What the chosen desk wants to know; the rules choose one that has to do without. */
    private void ask(AskedFields asked, @Nullable DeskProfile desk) {
        asked.askToFile(desk == null ? DeskSchema.none("") : schemas.of(desk.slug()));
    }

    @Override
    public String getPageTitle() {
        return title.getText().isEmpty() ? word("ask.home.title") : title.getText();
    }

    static void go(QuestionId question) {
        UI.getCurrent().navigate(Places.question(question.value()));
    }
}
