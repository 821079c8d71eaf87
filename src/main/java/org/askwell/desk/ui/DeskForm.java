package org.askwell.desk.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.desk.BusinessHours;
import org.askwell.desk.DeskProfile;
import org.askwell.desk.QueueRow;
import org.askwell.people.ui.ZonePicker;
import org.jspecify.annotations.Nullable;

/** The form of a desk: gives back a profile, saves nothing, and keeps what was typed when it is refused. */
final class DeskForm extends Div {

    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");

    private final @Nullable DeskProfile before;
    private final TextField slug = new TextField(word("desk.slug"));
    private final TextField prefix = new TextField(word("desk.prefix"));
    private final TextField nameZh = new TextField(word("desk.name.zh"));
    private final TextField nameEn = new TextField(word("desk.name.en"));
    private final TextArea welcomeZh = new TextArea(word("desk.welcome.zh"));
    private final TextArea welcomeEn = new TextArea(word("desk.welcome.en"));
    private final Select<QueueRow> defaultQueue = new Select<>();
    private final TextField spaces = new TextField(word("desk.spaces"));
    private final ZonePicker zone = new ZonePicker(word("desk.zone"));
    private final Map<DayOfWeek, TextField> hours = new EnumMap<>(DayOfWeek.class);
    private final IntegerField closeAfter = new IntegerField(word("desk.close-after"));
    private final Feedback said = new Feedback();

    /** @param before null for a desk that does not exist yet */
    DeskForm(@Nullable DeskProfile before, List<QueueRow> queues) {
        this.before = before;
        addClassName("desk-form");
        defaultQueue.setLabel(word("desk.default-queue"));
        defaultQueue.setItems(queues);
        defaultQueue.setItemLabelGenerator(it -> it.name(Words.locale()));
        defaultQueue.setVisible(!queues.isEmpty());
        spaces.setHelperText(word("desk.spaces.help"));
        slug.setHelperText(word("desk.slug.help"));
        prefix.setHelperText(word("desk.prefix.help"));
        slug.setReadOnly(before != null);
        prefix.setReadOnly(before != null);
        var week = new Div();
        week.addClassName("week-form");
        for (var day : DayOfWeek.values()) {
            var field = new TextField(HoursWords.day(day));
            field.setPlaceholder("09:00-12:00, 13:00-18:00");
            hours.put(day, field);
            week.add(field);
        }
        closeAfter.setMin(1);
        closeAfter.setMax(60);
        closeAfter.setStepButtonsVisible(true);
        closeAfter.setValue(DeskProfile.CLOSE_AFTER);
        closeAfter.setHelperText(word("desk.close-after.help"));
        fill(before, queues);
        add(
                pair(slug, prefix),
                pair(nameZh, nameEn),
                pair(welcomeZh, welcomeEn),
                pair(defaultQueue, spaces),
                closeAfter,
                new H2(word("desk.hours.title")),
                new Paragraph(word("desk.hours.help")),
                zone,
                week,
                said);
    }

    void onSave(String words, Consumer<DeskProfile> action) {
        var save = new NativeButton(words, click -> said.around(() -> action.accept(profile())));
        save.addClassName("primary");
        add(save);
    }

    void say(String sentence) {
        said.say(sentence);
    }

    private void fill(@Nullable DeskProfile desk, List<QueueRow> queues) {
        if (desk == null) {
            return;
        }
        slug.setValue(desk.slug());
        prefix.setValue(desk.prefix());
        nameZh.setValue(desk.nameZh());
        nameEn.setValue(desk.nameEn());
        welcomeZh.setValue(desk.welcomeZh());
        welcomeEn.setValue(desk.welcomeEn());
        queues.stream()
                .filter(it -> it.slug().equals(desk.defaultQueue()))
                .findFirst()
                .ifPresent(defaultQueue::setValue);
        spaces.setValue(String.join(", ", desk.spaces()));
        closeAfter.setValue(desk.closeAfter());
        zone.setValue(desk.hours().zone().getId());
        hours.forEach((day, field) -> field.setValue(
                desk.hours().on(day).stream().map(BusinessHours.Window::times).collect(Collectors.joining(", "))));
    }

    private DeskProfile profile() {
        var name = slug.getValue().trim().toLowerCase(Locale.ROOT);
        var queue = defaultQueue.getValue();
        return new DeskProfile(
                name,
                prefix.getValue().trim().toUpperCase(Locale.ROOT),
                nameZh.getValue(),
                nameEn.getValue(),
                welcomeZh.getValue(),
                welcomeEn.getValue(),
                queue != null ? queue.slug() : before != null ? before.defaultQueue() : name + "-intake",
                split(spaces.getValue()),
                BusinessHours.parse(zone.zone(), windows()),
                Objects.requireNonNullElse(closeAfter.getValue(), 0));
    }

    private List<String> windows() {
        var windows = new ArrayList<String>();
        hours.forEach((day, field) -> split(field.getValue())
                .forEach(it -> windows.add(
                        DAYS.get(day.getValue() - 1) + " " + it.replaceAll("[\\s\\u2013\\u2014~-]+", "-"))));
        return windows;
    }

    private static List<String> split(String text) {
        return Arrays.stream(text.split("[,，、;；]"))
                .map(String::trim)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static Div pair(Component left, Component right) {
        var pair = new Div(left, right);
        pair.addClassName("pair");
        return pair;
    }
}
