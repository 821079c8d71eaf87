package org.askwell.ticket.rest;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.askwell.common.Refusal;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.OwnField;
import org.jspecify.annotations.Nullable;

/** What stands in a desk's own fields, as programs write and read it: numbers as numbers, everything else as text. */
final class FieldValues {

    private FieldValues() {}

    static Map<String, @Nullable String> read(@Nullable Map<String, @Nullable Object> body) {
        var values = new LinkedHashMap<String, @Nullable String>();
        if (body != null) {
            body.forEach((key, value) -> values.put(key, text(key, value)));
        }
        return values;
    }

    private static @Nullable String text(String key, @Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> throw Refusal.invalid("ticket-field-form", key);
        };
    }

    static Map<String, Object> write(DeskSchema schema, Map<String, String> values) {
        var body = new LinkedHashMap<String, Object>();
        values.forEach((key, value) -> body.put(
                key,
                schema.field(key)
                                .filter(it -> it.kind() == OwnField.FieldType.NUMBER)
                                .isPresent()
                        ? new BigDecimal(value)
                        : value));
        return body;
    }
}
