package org.askwell.common.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.util.List;

/** A day to choose or to type, in the reader's language; weeks begin on Monday. */
public final class DayPicker extends DatePicker {

    public DayPicker(String label) {
        super(label);
        var locale = Words.locale();
        var names = DateFormatSymbols.getInstance(locale);
        setI18n(new DatePickerI18n()
                .setMonthNames(List.of(names.getMonths()).subList(0, 12))
                .setWeekdays(List.of(names.getWeekdays()).subList(1, 8))
                .setWeekdaysShort(List.of(names.getShortWeekdays()).subList(1, 8))
                .setFirstDayOfWeek(1)
                .setDateFormat(locale.getLanguage().equals("zh") ? "yyyy-M-d" : "d MMM yyyy")
                .setToday(word("common.day.today"))
                .setCancel(word("common.day.cancel"))
                .setBadInputErrorMessage(word("common.day.unreadable")));
        setClearButtonVisible(true);
    }
}
