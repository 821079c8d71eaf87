package org.askwell.people;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
public class PersonIdConverter implements AttributeConverter<PersonId, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable PersonId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable PersonId convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : new PersonId(stored);
    }
}
