package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.ask.PinService;
import org.askwell.common.Places;
import org.askwell.desk.DeskAccess;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.ui.DeskPanel;
import org.askwell.people.CurrentPerson;

/** On a desk's page: what is worth asking there; and for its owners the way to what they have pinned. */
@Dependent
class RecommendedPanel implements DeskPanel {

    private static final int SHOWN = 12;

    @Inject
    Recommended recommended;

    @Inject
    PinService pins;

    @Inject
    CurrentPerson current;

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Optional<Component> build(DeskProfile desk) {
        var panel = new Div();
        recommended.section(desk.slug(), SHOWN, SHOWN).ifPresent(panel::add);
        if (DeskAccess.mayChange(current.get(), desk.slug())) {
            int paused = pins.paused(desk.slug());
            if (paused > 0) {
                var mark = new Paragraph(word("ask.pins.paused.some", paused));
                mark.addClassName("notice");
                panel.add(mark);
            }
            var manage = new Paragraph(new Anchor(Places.deskPins(desk.slug()), word("ask.pins.manage")));
            panel.add(manage);
        }
        return panel.getComponentCount() == 0 ? Optional.empty() : Optional.of(panel);
    }
}
