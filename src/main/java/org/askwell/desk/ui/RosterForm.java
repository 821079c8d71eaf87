package org.askwell.desk.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.desk.roster.Leave;
import org.askwell.desk.roster.RosterLine;
import org.askwell.desk.roster.RosterMember;
import org.jspecify.annotations.Nullable;

/** One line of a roster: gives back what was written, saves nothing, and keeps what was typed when it is refused. */
final class RosterForm extends Div {

    private static final String NO_SHIFT = "-";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    private final RosterLine before;
    private final ZoneId zone;
    private final TextArea shifts = area("desk.roster.shifts");
    private final TextField capacity = field("desk.roster.capacity");
    private final TextField languages = field("desk.roster.languages");
    private final TextField skills = field("desk.roster.skills");
    private final TextArea leave = area("desk.roster.leave");
    private final Feedback refusal = new Feedback();

    RosterForm(RosterLine before, ZoneId zone, Consumer<RosterMember> save, Runnable cancel) {
        this.before = before;
        this.zone = zone;
        addClassNames("card", "desk-form", "roster-form");
        shifts.setHelperText(word("desk.roster.shifts.help"));
        languages.setHelperText(word("desk.roster.languages.help"));
        skills.setHelperText(word("desk.roster.skills.help"));
        leave.setHelperText(word("desk.roster.leave.help"));
        fill(before.member());
        var ok = new NativeButton(word("desk.roster.save"), click -> refusal.around(() -> save.accept(written())));
        ok.addClassName("primary");
        var no = new NativeButton(word("desk.roster.cancel"), click -> cancel.run());
        no.addClassName("quiet");
        var buttons = new Div(ok, no);
        buttons.addClassName("row");
        add(new H3(before.name()), shifts, leave, pair(capacity, languages), skills, refusal, buttons);
    }

    private void fill(RosterMember member) {
        var own = member.shifts();
        shifts.setValue(own == null ? "" : own.isEmpty() ? NO_SHIFT : String.join("\n", own));
        capacity.setValue(member.capacity() == null ? "" : member.capacity().toString());
        languages.setValue(String.join(", ", member.languages()));
        skills.setValue(String.join(", ", member.skills()));
        leave.setValue(member.leave().stream().map(it -> it.written(zone)).collect(Collectors.joining("\n")));
    }

    private RosterMember written() {
        var lines = lines(shifts);
        return new RosterMember(
                before.person(),
                lines.isEmpty() ? null : lines.equals(List.of(NO_SHIFT)) ? List.of() : lines,
                number(capacity.getValue().strip()),
                List.of(languages.getValue()),
                List.of(skills.getValue()),
                lines(leave).stream().map(this::leave).toList());
    }

    private Leave leave(String line) {
        var parts = line.split("\\s+", 3);
        return parts.length < 2
                ? Leave.of(line, line, "", zone)
                : Leave.of(parts[0], parts[1], parts.length < 3 ? "" : parts[2], zone);
    }

    private static @Nullable Integer number(String text) {
        if (text.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(text).matches()) {
            throw Refusal.invalid("roster-capacity", RosterMember.MOST_OPEN);
        }
        return Integer.valueOf(text);
    }

    private static List<String> lines(TextArea area) {
        return Arrays.stream(area.getValue().split("\\R"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static TextField field(String label) {
        var field = new TextField(word(label));
        field.setWidthFull();
        return field;
    }

    private static TextArea area(String label) {
        var area = new TextArea(word(label));
        area.setWidthFull();
        area.setMinRows(3);
        return area;
    }

    private static Div pair(TextField left, TextField right) {
        var pair = new Div(left, right);
        pair.addClassName("pair");
        return pair;
    }
}
