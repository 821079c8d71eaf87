package org.askwell.common.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the build says about the REST interface. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ApiDescriptionTest {

    final JsonNode description = read();

    @Test
    void it_is_openapi_3_1_and_asks_for_a_token() {
        assertThat(description.at("/openapi").asText()).isEqualTo("3.1.0");
        assertThat(description.at("/security/0/token").isArray()).isTrue();
        assertThat(description.at("/components/securitySchemes/token/scheme").asText())
                .isEqualTo("bearer");
    }

    @Test
    void records_show_their_fields_and_what_they_need() {
        var question = description.at("/components/schemas/NewQuestion");

        assertThat(question.at("/properties").fieldNames()).toIterable().contains("text", "desk", "conversation");
        assertThat(question.at("/required").toString()).contains("text");
    }

    @Test
    void every_operation_may_be_refused_with_a_problem() {
        operations()
                .forEach((name, operation) -> assertThat(
                                operation.at("/responses/default/$ref").asText())
                        .as(name)
                        .isEqualTo("#/components/responses/Problem"));
    }

    @Test
    void every_reply_but_an_empty_one_has_a_form() {
        operations()
                .forEach((name, operation) -> operation
                        .at("/responses")
                        .fields()
                        .forEachRemaining(reply -> {
                            if (reply.getKey().startsWith("2")
                                    && !reply.getKey().equals("204")) {
                                assertThat(reply.getValue().at("/content").isEmpty())
                                        .as(name + " needs an @APIResponseSchema")
                                        .isFalse();
                            }
                        }));
    }

    @Test
    void public_ids_are_texts() {
        description
                .at("/components/schemas")
                .fields()
                .forEachRemaining(
                        schema -> assertThat(schema.getValue().at("/properties").toString())
                                .as(schema.getKey() + " needs a line in src/main/server/openapi.properties")
                                .isNotEqualTo("{\"value\":{\"type\":\"string\"}}"));
    }

    @Test
    void no_two_forms_share_a_name() {
        var numbered = Pattern.compile(".*[a-z][0-9]+");

        assertThat(description.at("/components/schemas").fieldNames())
                .toIterable()
                .as("a name with a number needs a @Schema(name = …)")
                .noneMatch(name -> numbered.matcher(name).matches());
    }

    private Map<String, JsonNode> operations() {
        var all = new TreeMap<String, JsonNode>();
        description
                .at("/paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fields()
                        .forEachRemaining(it -> all.put(it.getKey() + " " + path.getKey(), it.getValue())));
        assertThat(all).hasSizeGreaterThan(40);
        return all;
    }

    private static JsonNode read() {
        try (var json = ApiDescriptionTest.class.getResourceAsStream("/openapi/askwell.json")) {
            return new ObjectMapper().readTree(json);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
