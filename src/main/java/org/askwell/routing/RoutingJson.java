package org.askwell.routing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How rules and traces are written down. */
public final class RoutingJson {

    /** A trace takes at most this many bytes, and what was known of the ticket is in it. */
    static final int LONGEST_TRACE = 4_000;

    static final int LONGEST_SNAPSHOT = 3_000;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new InstantReader()))
            .build();

    private RoutingJson() {}

    static String write(List<RoutingRule> rules) {
        return text(rules);
    }

    static List<RoutingRule> rules(String json) {
        return read(json, new TypeReference<>() {});
    }

    /** Rules by desk; the company's stand under {@code ""}. For rules that come in a file. */
    public static Map<String, List<RoutingRule>> ruleSets(String json) {
        return read(json, new TypeReference<>() {});
    }

    /** Cuts what is least missed until the trace fits into so many bytes. */
    static String write(RoutingTrace trace, int longest) {
        var json = text(trace);
        if (size(json) <= longest) {
            return json;
        }
        var tried = new ArrayList<>(
                trace.tried().stream().map(RoutingTrace.Tried::withoutPart).toList());
        int left = 0;
        json = text(trace.with(tried, left));
        while (size(json) > longest && !tried.isEmpty()) {
            // Those near the end stand next to the decision.
            tried.removeFirst();
            left++;
            json = text(trace.with(tried, left));
        }
        return json;
    }

    static String write(Snapshot snapshot) {
        return text(snapshot);
    }

    static Snapshot snapshot(String json) {
        return read(json, new TypeReference<>() {});
    }

    static String write(ReplayResult result) {
        return text(result);
    }

    static ReplayResult result(String json) {
        return read(json, new TypeReference<>() {});
    }

    /** In bytes, as the database keeps it. */
    static int size(String json) {
        return json.getBytes(StandardCharsets.UTF_8).length;
    }

    static RoutingTrace trace(String json) {
        return read(json, new TypeReference<>() {});
    }

    private static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException foreign) {
            throw new IllegalArgumentException(foreign);
        }
    }

    private static final class InstantReader extends FromStringDeserializer<Instant> {
        InstantReader() {
            super(Instant.class);
        }

        @Override
        protected Instant _deserialize(String text, DeserializationContext context) {
            return Instant.parse(text);
        }
    }
}
