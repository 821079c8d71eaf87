package org.askwell.common.db;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A short list of short strings in one column, one per line; put it on a field with {@code @Convert}. */
@Converter
public class StringsConverter implements AttributeConverter<List<String>, String> {

    @Override
    public String convertToDatabaseColumn(@Nullable List<String> strings) {
        return strings == null ? "" : join(strings);
    }

    @Override
    public List<String> convertToEntityAttribute(@Nullable String column) {
        return split(column);
    }

    /** Strings with a line break of their own are refused: they would come back as two. */
    public static String join(Collection<String> strings) {
        for (var string : strings) {
            if (string.indexOf('\n') >= 0) {
                throw new IllegalArgumentException("A line break inside a list entry");
            }
        }
        return String.join("\n", strings);
    }

    public static List<String> split(@Nullable String column) {
        return column == null || column.isEmpty() ? List.of() : List.of(column.split("\n"));
    }
}
