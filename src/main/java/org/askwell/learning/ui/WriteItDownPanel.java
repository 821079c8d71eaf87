package org.askwell.learning.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.askwell.learning.LearningService;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.ui.TicketPanel;

/** Beside a resolved ticket: one click makes a draft of it, or leads to the article it became. */
@Dependent
class WriteItDownPanel implements TicketPanel {

    @Inject
    LearningService learning;

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Optional<Component> build(TicketSheet ticket) {
        var article = learning.article(ticket.number());
        if (article.isPresent()) {
            return Optional.of(
                    section(new Anchor(Places.article(article.get().value()), word("learning.became", article.get()))));
        }
        if (ticket.resolution() == null
                || ticket.confidential()
                || learning.shelf(ticket).isEmpty()) {
            return Optional.empty();
        }
        var refusal = new Feedback();
        var write = new NativeButton(
                word("learning.write"),
                click -> refusal.around(() -> {
                    var begun = learning.writeDown(ticket.number());
                    UI.getCurrent().navigate(Places.editArticle(begun.value()));
                }));
        write.addClassNames("plain", "write-it-down");
        return Optional.of(section(new Paragraph(word("learning.lead")), write, refusal));
    }

    private static Section section(Component... content) {
        var section = new Section(new H2(word("learning.title")));
        section.addClassName("side-card");
        section.add(content);
        return section;
    }
}
