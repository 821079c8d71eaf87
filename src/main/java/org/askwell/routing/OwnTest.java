package org.askwell.routing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.askwell.desk.OwnField;
import org.askwell.expression.ExpressionLanguage;

/** How a desk's own field is compared, by what it holds. */
public final class OwnTest {

    private OwnTest() {}

    public static List<Operator> operators(OwnField.FieldType kind) {
        return switch (kind) {
            case TEXT ->
                List.of(
                        Operator.IS,
                        Operator.IS_NOT,
                        Operator.MENTIONS,
                        Operator.MENTIONS_NONE,
                        Operator.FILLED,
                        Operator.EMPTY);
            case CHOICE -> List.of(Operator.IS, Operator.IS_NOT, Operator.FILLED, Operator.EMPTY);
            case NUMBER, DATE ->
                List.of(Operator.FROM, Operator.BEFORE, Operator.IS, Operator.IS_NOT, Operator.FILLED, Operator.EMPTY);
        };
    }

    /** The comparison in the language of hand-written conditions; what is not filled in is neither before nor after. */
    static String write(OwnField field, Operator operator, List<String> values) {
        var variable = Vocabulary.variable(field.key());
        boolean words = operator == Operator.MENTIONS || operator == Operator.MENTIONS_NONE;
        var texts = words
                ? values
                : values.stream().map(it -> field.read(it, Locale.ENGLISH)).toList();
        return switch (field.kind()) {
            case TEXT, CHOICE -> operator.write(variable, texts);
            case DATE ->
                switch (operator) {
                    case FROM -> variable + " >= " + ExpressionLanguage.literal(texts.getFirst());
                    case BEFORE ->
                        "(" + variable + " != \"\" && " + variable + " < "
                                + ExpressionLanguage.literal(texts.getFirst()) + ")";
                    default -> operator.write(variable, texts);
                };
            case NUMBER ->
                switch (operator) {
                    case FROM -> variable + " >= " + decimal(texts.getFirst());
                    case BEFORE -> variable + " < " + decimal(texts.getFirst());
                    case IS -> any(variable, texts);
                    case IS_NOT -> "!" + any(variable, texts);
                    // What is no number is neither.
                    case FILLED -> "(" + variable + " >= 0.0 || " + variable + " < 0.0)";
                    default -> "!(" + variable + " >= 0.0 || " + variable + " < 0.0)";
                };
        };
    }

    private static String any(String variable, List<String> numbers) {
        return numbers.stream()
                .map(it -> variable + " == " + decimal(it))
                .collect(Collectors.joining(" || ", "(", ")"));
    }

    private static String decimal(String number) {
        return number.contains(".") ? number : number + ".0";
    }
}
