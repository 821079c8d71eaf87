package org.askwell.routing.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.askwell.common.ui.DayPicker;
import org.askwell.common.ui.Feedback;
import org.askwell.routing.Draft;
import org.jspecify.annotations.Nullable;

/** Asks once more before rules are published, and from which day they shall count. */
final class PublishForm extends Div {

    /** @param publish is given the day from which they count; null: at once */
    PublishForm(Draft draft, RuleNews news, Consumer<@Nullable LocalDate> publish, Runnable cancel) {
        addClassNames("card", "rule-form");
        add(new H2(word("routing.publish.title")), news.changes(draft.changes()));
        if (!draft.warnings().isEmpty()) {
            add(new H3(word("routing.warnings")), news.warnings(draft.warnings()));
        }
        var day = new DayPicker(word("routing.publish.day"));
        day.setHelperText(word("routing.publish.day.help"));
        var said = new Feedback();
        var ok = new NativeButton(
                word("routing.publish.now"), click -> said.around(() -> publish.accept(day.getValue())));
        ok.addClassName("primary");
        var no = new NativeButton(word("routing.cancel"), click -> cancel.run());
        no.addClassName("quiet");
        var buttons = new Div(ok, no);
        buttons.addClassName("row");
        add(new Paragraph(word("routing.publish.text")), day, said, buttons);
    }
}
