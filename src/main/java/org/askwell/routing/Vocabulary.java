package org.askwell.routing;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.askwell.desk.DeskSchema;
import org.askwell.desk.OwnField;
import org.askwell.expression.ExpressionLanguage;
import org.jspecify.annotations.Nullable;

/**
 * What the conditions of the company, or of a desk, can name: what is known of every ticket, and the desk's own fields.
 *
 * <p>In hand-written conditions an own field is called {@code field.orderNumber}: text, or a decimal number; a day is a
 * text such as {@code "2026-11-30"}. Where nothing is filled in, a text is empty and a number is no number.
 */
final class Vocabulary {

    /** Nobody has chosen a desk yet, so there is neither category nor own field. */
    static final Vocabulary COMPANY = new Vocabulary(DeskSchema.none(""));

    static final String GROUP = "categoryGroup";

    private final DeskSchema schema;
    private final ExpressionLanguage language;

    private Vocabulary(DeskSchema schema) {
        this.schema = schema;
        var variables = new LinkedHashMap<>(Field.variables());
        variables.put(GROUP, ExpressionLanguage.Type.TEXT);
        schema.fields().forEach(it -> variables.put(variable(it.key()), type(it)));
        this.language = ExpressionLanguage.of(variables);
    }

    static Vocabulary of(DeskSchema schema) {
        return schema.fields().isEmpty() ? COMPANY : new Vocabulary(schema);
    }

    ExpressionLanguage language() {
        return language;
    }

    Optional<OwnField> own(@Nullable String key) {
        return schema.field(key);
    }

    /** What an own field is called in hand-written conditions. */
    static String variable(String key) {
        return "field." + key;
    }

    /** A category, or one of those that belong to it. */
    static String category(String values) {
        return "(" + Field.CATEGORY.variable() + " in " + values + " || " + GROUP + " in " + values + ")";
    }

    private static ExpressionLanguage.Type type(OwnField field) {
        return field.kind() == OwnField.FieldType.NUMBER
                ? ExpressionLanguage.Type.DECIMAL
                : ExpressionLanguage.Type.TEXT;
    }

    /** What stands on a ticket, under the names that conditions use. */
    static Map<String, Object> facts(DeskSchema schema, @Nullable String category, Map<String, String> values) {
        return facts(schema, category, schema.groupOf(category), values);
    }

    /** @param group what the category belongs to; empty for one of the first level */
    static Map<String, Object> facts(
            DeskSchema schema, @Nullable String category, String group, Map<String, String> values) {
        var facts = new HashMap<String, Object>();
        facts.put(Field.CATEGORY.variable(), category == null ? "" : category);
        facts.put(GROUP, group);
        for (var field : schema.fields()) {
            var value = values.get(field.key());
            facts.put(
                    variable(field.key()),
                    field.kind() != OwnField.FieldType.NUMBER
                            ? value == null ? "" : value
                            : value == null ? Double.NaN : Double.parseDouble(value));
        }
        return facts;
    }
}
