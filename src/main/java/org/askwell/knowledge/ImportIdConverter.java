package org.askwell.knowledge;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
public class ImportIdConverter implements AttributeConverter<ImportId, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ImportId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable ImportId convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : new ImportId(stored);
    }
}
