package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.function.BiConsumer;
import org.askwell.common.Places;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.desk.DeskAccess;
import org.askwell.people.CurrentPerson;
import org.askwell.ticket.TicketSheet;
import org.askwell.ticket.macro.MacroRow;
import org.askwell.ticket.macro.MacroService;
import org.jspecify.annotations.Nullable;

/** The button beside the composer that offers the desk's macros, and puts the chosen one's words there. */
final class MacroMenu extends Div {

    private final MacroService macros;
    private final CurrentPerson current;
    private final BiConsumer<MacroRow, String> chosen;
    private final Feedback refusal = new Feedback();
    private @Nullable TicketSheet ticket;

    /** @param chosen gets a macro and what it says on the ticket */
    MacroMenu(MacroService macros, CurrentPerson current, BiConsumer<MacroRow, String> chosen) {
        this.macros = macros;
        this.current = current;
        this.chosen = chosen;
        addClassName("macro-menu");
        add(Keys.button("macro.menu", "m", () -> refusal.around(this::ask)), refusal);
    }

    void show(TicketSheet now) {
        ticket = now;
        setVisible(now.desk() != null);
    }

    private void ask() {
        var here = ticket;
        if (here == null || here.desk() == null) {
            return;
        }
        var all = macros.of(here.desk());
        var which = new ComboBox<MacroRow>(word("macro.which"));
        which.setItems(all);
        which.setItemLabelGenerator(it -> it.words().name(Words.locale().getLanguage()));
        which.setAutofocus(true);
        which.setAutoOpen(true);
        which.setWidthFull();
        var does = new Paragraph();
        does.addClassName("quiet-text");
        var words = new Paragraph();
        words.addClassName("macro-words");
        which.addValueChangeListener(change -> {
            var macro = change.getValue();
            does.setText(macro == null ? "" : MacroTexts.effects(macro.words()));
            words.setText(macro == null ? "" : macros.words(macro.id(), here.number()));
        });
        var question = new Question(
                word("macro.menu"),
                word("macro.take"),
                () -> {
                    var macro = which.getValue();
                    if (macro == null) {
                        throw Refusal.invalid("ticket-choose");
                    }
                    chosen.accept(macro, macros.words(macro.id(), here.number()));
                },
                which,
                does,
                words);
        if (all.isEmpty()) {
            does.setText(word("macro.none"));
        }
        if (DeskAccess.mayChange(current.get(), here.desk())) {
            question.add(new Anchor(Places.deskMacros(here.desk()), word("macro.keep")));
        }
        getChildren().filter(Question.class::isInstance).toList().forEach(this::remove);
        add(question);
        question.open();
    }
}
