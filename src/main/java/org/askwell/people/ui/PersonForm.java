package org.askwell.people.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.askwell.common.Refusal;
import org.askwell.common.ui.Feedback;
import org.askwell.common.ui.Words;
import org.askwell.people.Department;
import org.askwell.people.EmploymentType;
import org.askwell.people.Group;
import org.askwell.people.Particulars;
import org.askwell.people.PeopleService;
import org.askwell.people.PersonId;
import org.askwell.people.PersonSheet;
import org.askwell.people.Pinyin;
import org.askwell.people.Profile;
import org.jspecify.annotations.Nullable;

/** The form of a person: gives back particulars, saves nothing, and keeps what was typed when it is refused. */
final class PersonForm extends Div {

    private final @Nullable PersonSheet before;
    private final TextField login = new TextField(word("people.login"));
    private final TextField name = new TextField(word("people.name"));
    private final TextField otherName = new TextField(word("people.other-name"));
    private final TextField pinyin = new TextField(word("people.pinyin"));
    private final TextField staffNumber = new TextField(word("people.staff-number"));
    private final EmailField mail = new EmailField(word("people.mail"));
    private final Select<Department> department = new Select<>();
    private final PersonPicker manager;
    private final ComboBox<String> office = new ComboBox<>(word("people.office"));
    private final ZonePicker zone = new ZonePicker(word("people.zone"));
    private final Select<String> language = new Select<>();
    private final Select<EmploymentType> employmentType = new Select<>();
    private final MultiSelectComboBox<Group> groups = new MultiSelectComboBox<>(word("people.groups"));
    private final List<Department> departments;
    private final List<Group> allGroups;
    private final Feedback said = new Feedback();

    /** @param before null for somebody who is not here yet */
    PersonForm(@Nullable PersonSheet before, PeopleService people, List<String> offices) {
        this.before = before;
        departments = people.departments();
        allGroups = people.groups();
        manager = new PersonPicker(word("people.manager"), people);
        addClassName("person-form");
        buildChoices(offices);
        if (before != null) {
            fill(before.particulars());
        }
        name.setRequiredIndicatorVisible(true);
        login.setRequiredIndicatorVisible(true);
        login.setHelperText(word("people.login.help"));
        login.setVisible(before == null);
        pinyin.setHelperText(word("people.pinyin.help"));
        name.addValueChangeListener(change -> follow(change.getOldValue(), change.getValue()));
        add(
                login,
                pair(name, otherName),
                pair(pinyin, staffNumber),
                pair(mail, department),
                pair(manager, office),
                pair(zone, language),
                pair(employmentType, groups),
                said);
    }

    private void buildChoices(List<String> offices) {
        department.setLabel(word("people.department"));
        department.setItems(departments);
        department.setEmptySelectionAllowed(true);
        department.setItemLabelGenerator(it -> it == null ? "" : it.name(Words.locale()));
        office.setItems(offices);
        office.setAllowCustomValue(true);
        office.addCustomValueSetListener(typed -> office.setValue(typed.getDetail()));
        language.setLabel(word("people.language"));
        language.setItems("zh", "en");
        language.setItemLabelGenerator(it -> word("people.language." + it));
        language.setValue(Words.locale().getLanguage());
        employmentType.setLabel(word("people.type"));
        employmentType.setItems(EmploymentType.values());
        employmentType.setItemLabelGenerator(PeopleWords::of);
        employmentType.setValue(EmploymentType.FULL_TIME);
        groups.setItems(allGroups);
        groups.setItemLabelGenerator(it -> it.name(Words.locale()));
    }

    /** @param action gets the sign-in name and what is to be known of its bearer */
    void onSave(String words, BiConsumer<PersonId, Particulars> action) {
        var save = new NativeButton(
                words,
                click -> said.around(() -> {
                    var id = before != null ? before.id() : typedLogin();
                    action.accept(id, particulars());
                }));
        save.addClassName("primary");
        add(save);
    }

    void say(String sentence) {
        said.say(sentence);
    }

    private PersonId typedLogin() {
        return PersonId.parse(login.getValue().strip().toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Refusal.invalid("login-shape"));
    }

    private void fill(Particulars particulars) {
        var profile = particulars.profile();
        name.setValue(profile.name());
        otherName.setValue(orNothing(profile.otherName()));
        pinyin.setValue(orNothing(profile.pinyin()));
        staffNumber.setValue(orNothing(profile.staffNumber()));
        mail.setValue(orNothing(profile.mail()));
        departments.stream()
                .filter(it -> it.slug().equals(profile.department()))
                .findFirst()
                .ifPresent(department::setValue);
        manager.choose(profile.manager());
        office.setValue(profile.office());
        zone.setValue(profile.zone().getId());
        language.setValue(profile.language());
        employmentType.setValue(profile.employmentType());
        groups.setValue(allGroups.stream()
                .filter(it -> particulars.groups().contains(it.slug()))
                .toList());
    }

    /** Pinyin that nobody has corrected goes with the name. */
    private void follow(String oldName, String newName) {
        if (pinyin.isEmpty() || pinyin.getValue().equals(Pinyin.of(oldName))) {
            pinyin.setValue(Pinyin.of(newName));
        }
    }

    private Particulars particulars() {
        var chosen = department.getValue();
        var profile = new Profile(
                name.getValue(),
                otherName.getValue(),
                pinyin.getValue(),
                staffNumber.getValue(),
                mail.getValue(),
                chosen == null ? null : chosen.slug(),
                manager.chosen().orElse(null),
                office.getValue(),
                Profile.zone(zone.zone()),
                language.getValue(),
                employmentType.getValue());
        return new Particulars(
                profile,
                groups.getValue().stream().map(Group::slug).collect(java.util.stream.Collectors.toSet()),
                before == null || before.particulars().active());
    }

    private static String orNothing(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static Div pair(Component left, Component right) {
        var pair = new Div(left, right);
        pair.addClassName("pair");
        return pair;
    }
}
