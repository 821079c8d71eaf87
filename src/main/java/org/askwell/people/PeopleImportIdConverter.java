package org.askwell.people;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
public class PeopleImportIdConverter implements AttributeConverter<PeopleImportId, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable PeopleImportId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable PeopleImportId convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : new PeopleImportId(stored);
    }
}
