package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import org.askwell.ask.AskService;
import org.askwell.ask.QuestionView;
import org.askwell.knowledge.ArticleId;
import org.askwell.knowledge.ReadableArticles;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.ui.TicketPanel;

/** Beside a ticket: what was asked before a person was needed, what the portal answered, and what the asker said of it. */
@Dependent
class AskedBeforePanel implements TicketPanel {

    @Inject
    AskService asking;

    @Inject
    ReadableArticles articles;

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Optional<Component> build(TicketSheet ticket) {
        if (ticket.origin() == null) {
            return Optional.empty();
        }
        var questions = asking.behind(ticket.number());
        if (questions.isEmpty()) {
            return Optional.empty();
        }
        var cited = new HashSet<ArticleId>();
        questions.forEach(question -> question.sentences().forEach(it -> cited.add(new ArticleId(it.article()))));
        var sources = articles.published(cited);
        var section = new Section(new H2(word("ask.panel.title")));
        section.addClassName("side-card");
        for (var question : questions) {
            var asked = new Paragraph(question.text());
            asked.addClassName("asked");
            var tried = new Div(asked, new AnswerCard(question, sources));
            feedback(question).ifPresent(tried::add);
            section.add(tried);
        }
        return Optional.of(section);
    }

    private static Optional<Span> feedback(QuestionView question) {
        return Optional.ofNullable(question.helpful())
                .map(helpful -> new Span(word(helpful ? "ask.panel.helped" : "ask.panel.missed")));
    }
}
