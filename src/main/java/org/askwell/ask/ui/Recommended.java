package org.askwell.ask.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.askwell.ask.AskService;
import org.askwell.ask.PinService;
import org.askwell.ask.Recommendation;
import org.askwell.common.Places;
import org.askwell.common.ui.Feedback;
import org.jspecify.annotations.Nullable;

/** Questions worth asking: a press on a pinned one asks it, the others lead to their article. */
@Dependent
class Recommended {

    @Inject
    PinService pins;

    @Inject
    AskService asking;

    /** @param desk null: of the whole company */
    Optional<Component> section(@Nullable String desk, int pinned, int atMost) {
        var recommended = pins.recommended(desk, pinned, atMost);
        if (recommended.isEmpty()) {
            return Optional.empty();
        }
        var chips = new Div();
        chips.addClassName("chips");
        var refusal = new Feedback();
        recommended.forEach(it -> chips.add(chip(it, refusal)));
        return Optional.of(new Section(new H2(word("ask.home.often")), chips, refusal));
    }

    private Component chip(Recommendation it, Feedback refusal) {
        if (it.kind() == Recommendation.Kind.COMPUTED) {
            return new Anchor(Places.article(it.article().value()), it.question());
        }
        var chip = new NativeButton(it.question());
        chip.addClassName("pinned");
        chip.getElement().setAttribute("title", word("ask.answer.pinned"));
        chip.addClickListener(click -> {
            // A second press would ask a second time.
            chip.setEnabled(false);
            refusal.around(() -> ConversationView.go(
                    asking.ask(it.question(), null, it.desk()).name()));
            chip.setEnabled(true);
        });
        return chip;
    }
}
