package org.askwell.people.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.time.ZoneId;
import java.util.List;

/** Chooses a time zone by the names that everybody uses for them, such as Asia/Shanghai. */
public final class ZonePicker extends ComboBox<String> {

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(it -> it.contains("/"))
            .sorted()
            .toList();

    public ZonePicker(String label) {
        super(label, ZONES);
        setValue("Asia/Shanghai");
    }

    /** The zone that stands there; empty text when none was chosen. */
    public String zone() {
        return getValue() == null ? "" : getValue();
    }
}
