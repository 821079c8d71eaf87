package org.askwell.knowledge.ui;

import static org.askwell.common.ui.Words.word;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.util.List;
import org.askwell.common.ui.Words;

/** A day to choose or to type, in the reader's language; weeks begin on Monday. */
final class DayField extends DatePicker {

    DayField(String label) {
        super(label);
        var locale = Words.locale();
        var names = DateFormatSymbols.getInstance(locale);
        boolean chinese = locale.getLanguage().equals("zh");
        setI18n(new DatePickerI18n()
                .setMonthNames(List.of(names.getMonths()).subList(0, 12))
                .setWeekdays(List.of(names.getWeekdays()).subList(1, 8))
                .setWeekdaysShort(List.of(names.getShortWeekdays()).subList(1, 8))
                .setFirstDayOfWeek(1)
                .setDateFormat(chinese ? "yyyy-M-d" : "d MMM yyyy")
                .setToday(word("knowledge.arrange.today"))
                .setCancel(word("knowledge.cancel"))
                .setBadInputErrorMessage(word("knowledge.arrange.date.unreadable")));
        setClearButtonVisible(true);
    }
}
