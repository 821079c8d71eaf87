package org.askwell.routing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.OwnField;
import org.askwell.routing.Condition;
import org.askwell.routing.Field;
import org.askwell.routing.OwnTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleWordsTest {

    @Test
    void every_comparison_there_is_reads_as_a_sentence() {
        for (var field : Field.values()) {
            for (var operator : field.kind().operators()) {
                var condition = Condition.test(field, operator, operator.needsValues() ? List.of("9") : List.of());

                assertThat(RuleWords.condition(condition, DeskSchema.none("it")))
                        .as(field + " " + operator)
                        .isNotBlank()
                        .doesNotContain("routing.");
            }
        }
        for (var kind : OwnField.FieldType.values()) {
            var schema = new DeskSchema(
                    "it",
                    List.of(),
                    List.of(new OwnField(
                            "key",
                            "名",
                            "Name",
                            kind,
                            List.of(OwnField.Choice.parse("9")),
                            OwnField.FilledBy.EMPLOYEE,
                            false,
                            false,
                            "",
                            "",
                            false)),
                    false);
            for (var operator : OwnTest.operators(kind)) {
                var values = operator.needsValues() ? new String[] {"9"} : new String[0];

                assertThat(RuleWords.condition(Condition.testOwn("key", operator, values), schema))
                        .as(kind + " " + operator)
                        .contains("Name")
                        .doesNotContain("routing.");
            }
        }
    }

    @Test
    void kinds_of_employment_and_languages_are_called_by_their_names() {
        var none = DeskSchema.none("it");
        assertThat(RuleWords.condition(
                        Condition.test(Field.EMPLOYMENT_TYPE, org.askwell.routing.Operator.IS, "INTERN"), none))
                .isEqualTo("the employment type is “Intern”");
        assertThat(RuleWords.condition(Condition.test(Field.LANGUAGE, org.askwell.routing.Operator.IS, "zh"), none))
                .isEqualTo("the language is “Chinese”");
    }
}
