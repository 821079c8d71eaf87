package org.askwell.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.askwell.expression.Expression;
import org.askwell.expression.ExpressionLanguage;
import org.jspecify.annotations.Nullable;

/** A condition ready to be asked, which can name the part that failed. */
final class CompiledCondition {

    /** Where a part of the built condition stands in the compiled text, in code points. */
    private record Span(int start, int end, Condition condition) {}

    private final Expression expression;
    private final List<Span> spans;

    private CompiledCondition(Expression expression, List<Span> spans) {
        this.expression = expression;
        this.spans = spans;
    }

    static CompiledCondition of(Condition condition) {
        return of(condition, Vocabulary.COMPANY);
    }

    static CompiledCondition of(Condition condition, Vocabulary words) {
        condition.check(words);
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        write(condition, words, text, spans);
        return new CompiledCondition(words.language().condition(text.toString()), List.copyOf(spans));
    }

    /** A condition written by hand. */
    static CompiledCondition of(String advanced) {
        return of(advanced, Vocabulary.COMPANY);
    }

    static CompiledCondition of(String advanced, Vocabulary words) {
        return new CompiledCondition(words.language().condition(advanced), List.of());
    }

    Expression.Outcome judge(Map<String, ?> facts) {
        return expression.judge(facts);
    }

    /** As {@link #judge}, without asking what is to blame. */
    boolean holds(Map<String, ?> facts) {
        return expression.holds(facts);
    }

    String text() {
        return expression.text();
    }

    /** The smallest built part around a place of the text; null for conditions written by hand. */
    @Nullable
    Condition partAt(int codePoint) {
        return spans.stream()
                .filter(it -> it.start() <= codePoint && codePoint < it.end())
                .min((a, b) -> Integer.compare(a.end() - a.start(), b.end() - b.start()))
                .map(Span::condition)
                .orElse(null);
    }

    private static void write(Condition condition, Vocabulary words, StringBuilder text, List<Span> spans) {
        int start = text.codePointCount(0, text.length());
        var field = condition.field();
        var operator = condition.operator();
        if (condition.own() != null && operator != null) {
            text.append(OwnTest.write(words.own(condition.own()).orElseThrow(), operator, condition.given()));
        } else if (field == Field.CATEGORY && operator != null) {
            text.append(operator == Operator.IS_NOT ? "!" : "")
                    .append(Vocabulary.category(ExpressionLanguage.literal(condition.given())));
        } else if (field != null && operator != null) {
            text.append(operator.write(field.variable(), condition.given()));
        } else {
            var sign = condition.all() != null ? " && " : " || ";
            text.append('(');
            boolean first = true;
            for (var part : condition.parts()) {
                if (!first) {
                    text.append(sign);
                }
                first = false;
                write(part, words, text, spans);
            }
            text.append(')');
        }
        spans.add(new Span(start, text.codePointCount(0, text.length()), condition));
    }
}
