package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.ask.AskService;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.ui.DeskPanel;
import org.askwell.people.CurrentPerson;
import org.askwell.search.SearchService;

/** On a desk's page: the ask box, so that who comes by its code can ask at once and, unproven, lands at this desk. */
@Dependent
class AskDeskPanel implements DeskPanel {

    private static final int SUGGESTIONS = 6;

    @Inject
    AskService asking;

    @Inject
    SearchService search;

    @Inject
    CurrentPerson current;

    @Override
    public int place() {
        return 5;
    }

    @Override
    public Optional<Component> build(DeskProfile desk) {
        return Optional.of(new AskBox(
                word("ask.desk.title"),
                word("ask.home.placeholder"),
                current.id() + ".ask." + desk.slug(),
                typed -> search.suggest(typed, SUGGESTIONS),
                text -> ConversationView.go(asking.ask(text, null, desk.slug()).name())));
    }
}
