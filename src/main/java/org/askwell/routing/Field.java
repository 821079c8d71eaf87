package org.askwell.routing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.askwell.expression.ExpressionLanguage;

/** What a condition can look at; its variable is what it is called in hand-written conditions. */
public enum Field {
    /** Subject and text together. */
    TEXT("text", Kind.WORDS),
    SUBJECT("subject", Kind.WORDS),
    DESK("desk", Kind.CHOICE),
    OFFICE("office", Kind.CHOICE),
    DEPARTMENT("department", Kind.CHOICE),
    EMPLOYMENT_TYPE("employmentType", Kind.CHOICE),
    LANGUAGE("language", Kind.CHOICE),
    PRIORITY("priority", Kind.CHOICE),
    /** The library of the article that came nearest to an answer. */
    SPACE("space", Kind.CHOICE),
    TAGS("tags", Kind.SET),
    /** Of the ticket's desk; with all that belong to it. */
    CATEGORY("category", Kind.CHOICE),
    /** Of the day at the desk, 0 to 23. */
    HOUR("hour", Kind.NUMBER),
    OUTSIDE_HOURS("outsideHours", Kind.TRUTH);

    /** Which operators make sense. */
    public enum Kind {
        WORDS(ExpressionLanguage.Type.TEXT, List.of(Operator.MENTIONS, Operator.MENTIONS_NONE)),
        CHOICE(ExpressionLanguage.Type.TEXT, List.of(Operator.IS, Operator.IS_NOT)),
        SET(ExpressionLanguage.Type.TEXTS, List.of(Operator.HAS, Operator.HAS_NONE)),
        NUMBER(ExpressionLanguage.Type.NUMBER, List.of(Operator.FROM, Operator.BEFORE)),
        TRUTH(ExpressionLanguage.Type.TRUTH, List.of(Operator.YES, Operator.NO));

        private final ExpressionLanguage.Type type;
        private final List<Operator> operators;

        Kind(ExpressionLanguage.Type type, List<Operator> operators) {
            this.type = type;
            this.operators = operators;
        }

        public List<Operator> operators() {
            return operators;
        }
    }

    private final String variable;
    private final Kind kind;

    Field(String variable, Kind kind) {
        this.variable = variable;
        this.kind = kind;
    }

    public String variable() {
        return variable;
    }

    public Kind kind() {
        return kind;
    }

    static Map<String, ExpressionLanguage.Type> variables() {
        var variables = new LinkedHashMap<String, ExpressionLanguage.Type>();
        for (var field : values()) {
            variables.put(field.variable, field.kind.type);
        }
        return variables;
    }
}
