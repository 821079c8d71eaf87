package org.askwell.notification.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.askwell.common.ui.HomePanel;
import org.askwell.common.ui.Times;
import org.askwell.notification.Inbox;
import org.askwell.people.CurrentPerson;

/** On the home page: what others wait for until the reader has done it. */
@Dependent
class WaitingPanel implements HomePanel {

    private static final int SHOWN = 5;

    @Inject
    Inbox inbox;

    @Inject
    CurrentPerson current;

    @Inject
    Clock clock;

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Optional<Component> build() {
        var waiting = inbox.lines(Inbox.Show.WAITING, null, SHOWN).items();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var lines = new UnorderedList();
        lines.addClassName("lines");
        for (var line : waiting) {
            var when = Times.ago(line.at(), current.get().zone(), clock);
            when.addClassName("quiet-text");
            lines.add(new ListItem(new Anchor(line.told().place(), line.told().sentence()), when));
        }
        var section = new Section(new H2(word("notice.home")), lines);
        section.addClassName("waiting-for-you");
        return Optional.of(section);
    }
}
