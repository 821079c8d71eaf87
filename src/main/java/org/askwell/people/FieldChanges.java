package org.askwell.people;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the changes of a line in one column. */
final class FieldChanges {

    /** Of a longer value only the beginning is shown. */
    private static final int LONGEST = 120;

    private FieldChanges() {}

    static @Nullable String write(List<FieldChange> changes) {
        if (changes.isEmpty()) {
            return null;
        }
        var array = Json.createArrayBuilder();
        for (var change : changes) {
            var object = Json.createObjectBuilder().add("field", change.field());
            var before = change.before();
            if (before != null) {
                object.add("before", shortened(before));
            }
            var after = change.after();
            if (after != null) {
                object.add("after", shortened(after));
            }
            array.add(object);
        }
        return array.build().toString();
    }

    static List<FieldChange> read(@Nullable String stored) {
        if (stored == null) {
            return List.of();
        }
        try (var reader = Json.createReader(new StringReader(stored))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(it -> new FieldChange(it.getString("field"), text(it.get("before")), text(it.get("after"))))
                    .toList();
        }
    }

    private static @Nullable String text(@Nullable JsonValue value) {
        return value instanceof JsonString string ? string.getString() : null;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST ? value : value.substring(0, LONGEST - 1) + "…";
    }
}
