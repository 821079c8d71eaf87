package org.askwell.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.parser.CelUnparserFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.askwell.common.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A language for conditions over declared variables: CEL with its standard functions and macros, and
 * {@code mentions(text, words)}, which knows neither capitals nor full-width letters.
 *
 * <p>What compiles is type-checked; what does not is refused with the place of the mistake. Expressions have no side
 * effects and bounded size, so that anybody may be allowed to write them. Thread-safe.
 */
public final class ExpressionLanguage {

    public static final int LONGEST = 4_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(60)
            .comprehensionMaxIterations(1_000)
            .populateMacroCalls(true)
            .build();

    /** What a variable holds. */
    public enum Type {
        TEXT(SimpleType.STRING),
        TEXTS(ListType.create(SimpleType.STRING)),
        /** A whole number. */
        NUMBER(SimpleType.INT),
        /** A number with digits behind the point. */
        DECIMAL(SimpleType.DOUBLE),
        TRUTH(SimpleType.BOOL);

        private final CelType cel;

        Type(CelType cel) {
            this.cel = cel;
        }
    }

    private final CelCompiler compiler;
    private final CelRuntime runtime;

    private ExpressionLanguage(CelCompiler compiler, CelRuntime runtime) {
        this.compiler = compiler;
        this.runtime = runtime;
    }

    public static ExpressionLanguage of(Map<String, Type> variables) {
        var compiler = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL)
                .addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        "mentions",
                        CelOverloadDecl.newGlobalOverload(
                                "mentions_text_words",
                                SimpleType.BOOL,
                                SimpleType.STRING,
                                ListType.create(SimpleType.STRING))));
        variables.forEach((name, type) -> compiler.addVar(name, type.cel));
        var runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
                .setOptions(OPTIONS)
                .addFunctionBindings(CelFunctionBinding.from(
                        "mentions_text_words", String.class, List.class, ExpressionLanguage::mentions))
                .build();
        return new ExpressionLanguage(compiler.build(), runtime);
    }

    /**
     * Compiles a condition.
     *
     * @throws Refusal {@code expression-mistake} with line, column and message of the first mistake
     */
    public Expression condition(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw Refusal.invalid("expression-too-long", LONGEST);
        }
        try {
            var ast = compiler.compile(text).getAst();
            return new Expression(text, ast, runtime.createProgram(ast), CelUnparserFactory.newUnparser());
        } catch (CelValidationException mistaken) {
            throw mistake(mistaken);
        } catch (CelEvaluationException unusable) {
            throw Refusal.invalid("expression-mistake", 1, 1, String.valueOf(unusable.getMessage()));
        }
    }

    /** Text as a literal of the language. */
    public static String literal(String text) {
        var literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                default -> {
                    if (c >= 0x20) {
                        literal.appendCodePoint(c);
                    }
                }
            }
        });
        return literal.append('"').toString();
    }

    public static String literal(List<String> texts) {
        return texts.stream().map(ExpressionLanguage::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    private static Refusal mistake(CelValidationException mistaken) {
        var errors = List.copyOf(mistaken.getErrors());
        if (errors.isEmpty()) {
            return Refusal.invalid("expression-mistake", 1, 1, String.valueOf(mistaken.getMessage()));
        }
        var first = errors.getFirst();
        var place = first.getSourceLocation();
        return Refusal.invalid(
                "expression-mistake",
                Math.max(1, place.getLine()),
                Math.max(1, place.getColumn() + 1),
                first.getMessage());
    }

    /** Rules ask about the same text one after the other, and folding it costs more than looking for words in it. */
    private static final ThreadLocal<@Nullable Latest> LATEST = new ThreadLocal<>();

    private record Latest(String text, Folded folded) {}

    @SuppressWarnings("ReferenceEquality") // another text of the same letters is folded anew, which only takes time
    private static Folded folded(String text) {
        var latest = LATEST.get();
        if (latest != null && latest.text() == text) {
            return latest.folded();
        }
        var folded = Folded.of(text);
        LATEST.set(new Latest(text, folded));
        return folded;
    }

    private static Object mentions(String text, List<?> words) {
        var folded = folded(text);
        for (var word : words) {
            if (folded.mentions(String.valueOf(word))) {
                return true;
            }
        }
        return false;
    }
}
