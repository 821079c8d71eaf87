package org.askwell.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;

/** How plans are written down. */
final class PlanJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addDeserializer(LocalDate.class, new DayReader()))
            .build();

    private PlanJson() {}

    static String write(TargetPlan plan) {
        try {
            return MAPPER.writeValueAsString(plan);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static TargetPlan read(String json) {
        try {
            return MAPPER.readValue(json, TargetPlan.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalArgumentException(foreign);
        }
    }

    private static final class DayReader extends FromStringDeserializer<LocalDate> {
        DayReader() {
            super(LocalDate.class);
        }

        @Override
        protected LocalDate _deserialize(String text, DeserializationContext context) {
            return LocalDate.parse(text);
        }
    }
}
