package org.askwell.routing.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** How plans are written down. */
final class AssignmentJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private AssignmentJson() {}

    static String write(AssignmentPlan plan) {
        try {
            return MAPPER.writeValueAsString(plan);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static AssignmentPlan read(String json) {
        try {
            return MAPPER.readValue(json, AssignmentPlan.class);
        } catch (JsonProcessingException foreign) {
            throw new IllegalArgumentException(foreign);
        }
    }
}
