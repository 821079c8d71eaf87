package org.askwell.ticket.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.askwell.common.ui.Feedback;
import org.askwell.ticket.Priority;
import org.askwell.ticket.macro.MacroEnding;
import org.askwell.ticket.macro.MacroWords;
import org.askwell.ticket.macro.Placeholder;
import org.jspecify.annotations.Nullable;

/** A macro being written. Refusals are told here, and what was typed stays. */
final class MacroForm extends Div {

    private final TextField nameZh = name("macro.name.zh");
    private final TextField nameEn = name("macro.name.en");
    private final TextArea textZh = text("macro.text.zh");
    private final TextArea textEn = text("macro.text.en");
    private final Select<MacroEnding> ending = new Select<>();
    private final Select<Priority> priority = new Select<>();
    private final TextField tags = name("macro.form.tags");
    private final Checkbox takes = new Checkbox(word("macro.form.takes"));
    private final Feedback refusal = new Feedback();

    /** @param save throws a Refusal when the macro will not do */
    MacroForm(@Nullable MacroWords before, Consumer<MacroWords> save, Runnable cancel) {
        addClassNames("form", "macro-form");
        ending.setLabel(word("macro.form.ending"));
        ending.setItems(MacroEnding.values());
        ending.setItemLabelGenerator(MacroTexts::ending);
        ending.setValue(MacroEnding.REPLY);
        priority.setLabel(word("macro.form.priority"));
        priority.setItems(Priority.values());
        priority.setEmptySelectionAllowed(true);
        priority.setEmptySelectionCaption(word("macro.form.priority.stays"));
        priority.setItemLabelGenerator(it -> it == null ? word("macro.form.priority.stays") : TicketWords.priority(it));
        var open = new Paragraph(word(
                "macro.placeholders",
                Arrays.stream(Placeholder.values()).map(Placeholder::written).collect(Collectors.joining(" "))));
        open.addClassName("quiet-text");
        if (before != null) {
            show(before);
        }
        var go = new NativeButton(word("macro.save"), click -> refusal.around(() -> save.accept(written())));
        go.addClassName("primary");
        var no = new NativeButton(word("ticket.cancel"), click -> cancel.run());
        no.addClassName("quiet");
        var buttons = new Div(go, no);
        buttons.addClassName("row");
        add(nameZh, nameEn, textZh, textEn, open, ending, priority, tags, takes, refusal, buttons);
    }

    private void show(MacroWords macro) {
        nameZh.setValue(macro.nameZh());
        nameEn.setValue(macro.nameEn());
        textZh.setValue(macro.textZh());
        textEn.setValue(macro.textEn());
        ending.setValue(macro.ending());
        priority.setValue(macro.priority());
        tags.setValue(String.join(", ", macro.tags()));
        takes.setValue(macro.takes());
    }

    private MacroWords written() {
        return new MacroWords(
                nameZh.getValue(),
                nameEn.getValue(),
                textZh.getValue(),
                textEn.getValue(),
                takes.getValue(),
                priority.getValue(),
                Arrays.asList(tags.getValue().split("[,，、]")),
                ending.getValue());
    }

    private static TextField name(String label) {
        var field = new TextField(word(label));
        field.setWidthFull();
        field.setMaxLength(200);
        return field;
    }

    private static TextArea text(String label) {
        var area = new TextArea(word(label));
        area.setWidthFull();
        area.setMinRows(4);
        area.setMaxLength(20_000);
        return area;
    }
}
