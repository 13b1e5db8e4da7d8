package dev.wingman.gatekeeper.cel;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.checker.CelStandardDeclarations.StandardOverload;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;

/// CEL without what could make a value grow (`+` but of integers, `map`, `filter`, bytes), without regular expressions, whose program may be of any size
/// before anybody could measure it, and without durations, whose reader is quadratic. What is left is linear.
final class Language {

    private static final int LONGEST_EXPRESSION = 1_000;
    private static final int DEEPEST_EXPRESSION = 32;
    private static final CelOptions OPTIONS = CelOptions.current().maxExpressionCodePointSize(LONGEST_EXPRESSION)
            .maxParseRecursionDepth(DEEPEST_EXPRESSION).enableHeterogeneousNumericComparisons(true).build();

    private static final Set<StandardFunction> COSTLY = EnumSet.of(StandardFunction.MATCHES, StandardFunction.BYTES,
            StandardFunction.DURATION);

    private final CelCompiler compiler = compiler();
    private final CelRuntime runtime = CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS)
            .setStandardFunctions(CelStandardFunctions.newBuilder()
                    .excludeFunctions(CelStandardFunctions.StandardFunction.CONTAINS).build())
            .addFunctionBindings(CelFunctionBinding.fromOverloads("contains",
                    CelFunctionBinding.from("contains_string", String.class, String.class, Search::contains)))
            .build();

    /// What became of an expression.
    sealed interface Checked {

        /// It is well-typed, and true or false.
        ///
        /// @param never comparisons with what a variable never is, each with `line:column`: nobody may set such a rule, and one that stands
        /// does what it always did
        record Sound(CelRuntime.Program program, List<String> never) implements Checked {}

        /// It is not.
        ///
        /// @param why the compiler's words, each with `line:column`
        record Unsound(List<String> why) implements Checked {}
    }

    Checked check(String expression) {
        try {
            var tree = compiler.compile(expression).getAst();
            return tree.getResultType().equals(SimpleType.BOOL)
                    ? new Checked.Sound(runtime.createProgram(tree), Vocabulary.faults(tree))
                    : new Checked.Unsound(List.of("1:1: it is not surely true or false: " + typeName(tree)));
        } catch (CelValidationException e) {
            return new Checked.Unsound(e.getErrors().stream().map(Language::told).toList());
        } catch (CelEvaluationException e) {
            return new Checked.Unsound(List.of("1:1: " + e.getErrorCode()));
        }
    }

    private static String typeName(CelAbstractSyntaxTree tree) {
        return tree.getResultType().name();
    }

    /// CEL counts columns from 0, and has no place for what is too long.
    private static String told(CelIssue issue) {
        var place = issue.getSourceLocation();
        return Math.max(1, place.getLine()) + ":" + Math.max(1, place.getColumn() + 1) + ": " + issue.getMessage()
                + Advice.on(issue.getMessage());
    }

    private static boolean isLinear(StandardFunction function, StandardOverload overload) {
        return function == StandardFunction.ADD
                ? overload == StandardFunction.Overload.Arithmetic.ADD_INT64
                : !COSTLY.contains(function);
    }

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder().setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(CelStandardDeclarations.newBuilder()
                        .filterFunctions(Language::isLinear).build())
                .setStandardMacros(CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE)
                .setResultType(SimpleType.BOOL);
        Variables.types().forEach(builder::addVar);
        return builder.build();
    }
}
