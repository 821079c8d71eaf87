package org.askwell.ask;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
public class QuestionIdConverter implements AttributeConverter<QuestionId, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable QuestionId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable QuestionId convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : new QuestionId(stored);
    }
}
