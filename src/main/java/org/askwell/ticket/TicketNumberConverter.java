package org.askwell.ticket;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

@Converter(autoApply = true)
public class TicketNumberConverter implements AttributeConverter<TicketNumber, String> {

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable TicketNumber number) {
        return number == null ? null : number.value();
    }

    @Override
    public @Nullable TicketNumber convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : new TicketNumber(stored);
    }
}
