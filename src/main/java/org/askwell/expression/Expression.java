package org.askwell.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelUnparser;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A compiled condition. Immutable, thread-safe, costs microseconds. */
public final class Expression {

    private static final String AND = "_&&_";

    private final String text;
    private final CelAbstractSyntaxTree tree;
    private final CelRuntime.Program program;
    private final CelUnparser unparser;

    Expression(String text, CelAbstractSyntaxTree tree, CelRuntime.Program program, CelUnparser unparser) {
        this.text = text;
        this.tree = tree;
        this.program = program;
        this.unparser = unparser;
    }

    /**
     * What came of asking.
     *
     * @param failedPart when it does not hold: the part of the condition that is to blame
     * @param failedAt where that part's operator stands, in code points from the beginning; -1 when it holds
     */
    public record Outcome(boolean holds, @Nullable String failedPart, int failedAt) {
        static final Outcome HOLDS = new Outcome(true, null, -1);
    }

    /** A condition that could not be answered: a missing key, a division by zero, too many steps. */
    public static final class Broken extends RuntimeException {
        Broken(Throwable cause) {
            super(cause.getMessage(), cause);
        }
    }

    public boolean holds(Map<String, ?> variables) {
        try {
            // Given as a map, it would be copied each time, which costs more than most conditions.
            CelVariableResolver known = name -> Optional.ofNullable(variables.get(name));
            return Boolean.TRUE.equals(program.eval(known));
        } catch (CelEvaluationException | RuntimeException failure) {
            throw new Broken(failure);
        }
    }

    /** As {@link #holds}, and says which part failed. */
    public Outcome judge(Map<String, ?> variables) {
        if (holds(variables)) {
            return Outcome.HOLDS;
        }
        var results = new HashMap<Long, Object>();
        try {
            var unused = program.trace(variables, (expression, result) -> results.put(expression.id(), result));
        } catch (CelEvaluationException | RuntimeException failure) {
            throw new Broken(failure);
        }
        var blamed = blamed(tree.getExpr(), results);
        var at = tree.getSource().getPositionsMap().getOrDefault(blamed.id(), 0);
        return new Outcome(false, textOf(blamed), at);
    }

    public String text() {
        return text;
    }

    /** Of several conditions that must all hold, the first that does not; a choice fails as a whole. */
    private static CelExpr blamed(CelExpr expression, Map<Long, Object> results) {
        if (expression.getKind() == CelExpr.ExprKind.Kind.CALL
                && expression.call().function().equals(AND)) {
            for (var part : expression.call().args()) {
                if (Boolean.FALSE.equals(results.get(part.id()))) {
                    return blamed(part, results);
                }
            }
        }
        return expression;
    }

    private String textOf(CelExpr part) {
        try {
            return unparser.unparse(CelAbstractSyntaxTree.newParsedAst(part, tree.getSource()));
        } catch (RuntimeException notWritable) {
            return text;
        }
    }
}
