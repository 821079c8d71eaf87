package org.askwell.learning.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.knowledge.ArticlePage;
import org.askwell.knowledge.ui.ArticlePanel;
import org.askwell.learning.LearningService;

/** Beside an article that was a ticket: the way back to it, for those who work on it. */
@Dependent
class CameFromPanel implements ArticlePanel {

    @Inject
    LearningService learning;

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Optional<Component> build(ArticlePage article) {
        var tickets = learning.tickets(article.id());
        if (tickets.isEmpty()) {
            return Optional.empty();
        }
        var box = new Div();
        box.addClassName("came-from");
        tickets.forEach(it ->
                box.add(new Paragraph(new Anchor(Places.ticket(it.value()), word("learning.came-from", it.value())))));
        return Optional.of(box);
    }
}
