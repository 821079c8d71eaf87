package org.askwell.knowledge;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
public class ArticleIdConverter implements AttributeConverter<ArticleId, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable ArticleId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable ArticleId convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : new ArticleId(stored);
    }
}
