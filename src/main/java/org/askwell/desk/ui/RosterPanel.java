package org.askwell.desk.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.common.Places;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.roster.Duty;
import org.askwell.desk.roster.RosterAccess;
import org.askwell.desk.roster.RosterService;
import org.askwell.people.CurrentPerson;

/** On a desk's page, for those who work there: how many are on duty, and the way to the roster. */
@Dependent
class RosterPanel implements DeskPanel {

    @Inject
    RosterService rosters;

    @Inject
    CurrentPerson current;

    @Override
    public int place() {
        return 90;
    }

    @Override
    public Optional<Component> build(DeskProfile desk) {
        if (!RosterAccess.mayRead(current.get(), desk.slug())) {
            return Optional.empty();
        }
        var lines = rosters.roster(desk.slug());
        long there = lines.stream()
                .filter(it -> it.standing() == Duty.Standing.ON_DUTY)
                .count();
        var panel = new Paragraph(
                new Span(word("desk.roster.on", there, lines.size()) + " "),
                new Anchor(Places.deskRoster(desk.slug()), word("desk.roster")));
        panel.addClassName("quiet-text");
        return Optional.of(panel);
    }
}
