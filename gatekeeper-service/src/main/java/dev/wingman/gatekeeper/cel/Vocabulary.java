package dev.wingman.gatekeeper.cel;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;

import dev.wingman.contracts.Risk;

/// Finds where a rule compares a variable of few values with a text that it never has: such a rule would deny nobody, or everybody,
/// and say nothing of it. By order such values say nothing either: "critical" comes before "high" in the alphabet.
record Vocabulary(CelSource source) {

    private static final Map<String, List<String>> VALUES = Map.of("action", List.of("none", "drill", "command"),
            "environment", List.of("DEV", "TEST", "PRD"),
            "risk", Arrays.stream(Risk.values()).map(risk -> risk.name().toLowerCase(Locale.ROOT)).toList());
    private static final Set<String> EQUALITY = Set.of("_==_", "_!=_");
    private static final Set<String> ORDER = Set.of("_<_", "_<=_", "_>_", "_>=_");
    private static final String MEMBERSHIP = "@in";

    /// Each with `line:column`.
    static List<String> faults(CelAbstractSyntaxTree tree) {
        var vocabulary = new Vocabulary(tree.getSource());
        return CelNavigableAst.fromAst(tree).getRoot().allNodes().map(CelNavigableExpr::expr)
                .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CALL && expr.call().args().size() == 2)
                .flatMap(expr -> vocabulary.faults(expr.call())).toList();
    }

    private Stream<String> faults(CelExpr.CelCall call) {
        var left = call.args().getFirst();
        var right = call.args().getLast();
        if (EQUALITY.contains(call.function())) {
            return unknown(left, right);
        }
        if (ORDER.contains(call.function())) {
            return Stream.of(left, right).flatMap(this::unordered);
        }
        return call.function().equals(MEMBERSHIP) && right.getKind() == CelExpr.ExprKind.Kind.LIST
                ? right.list().elements().stream().flatMap(element -> unknown(left, element))
                : Stream.empty();
    }

    private Stream<String> unknown(CelExpr one, CelExpr other) {
        return Stream.concat(unknownTo(one, other), unknownTo(other, one));
    }

    private Stream<String> unknownTo(CelExpr variable, CelExpr literal) {
        return values(variable).filter(values -> isText(literal)
                && !values.contains(literal.constant().stringValue()))
                .map(values -> place(literal) + ": " + variable.ident().name() + " is never that: it is one of "
                        + String.join(", ", values))
                .stream();
    }

    private Stream<String> unordered(CelExpr variable) {
        return values(variable).map(values -> place(variable) + ": " + variable.ident().name()
                + " has no order: name the values that are meant, in ['" + String.join("', '", values) + "'] or fewer")
                .stream();
    }

    private static Optional<List<String>> values(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.IDENT
                ? Optional.ofNullable(VALUES.get(expr.ident().name()))
                : Optional.empty();
    }

    private static boolean isText(CelExpr expr) {
        return expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private String place(CelExpr expr) {
        return Optional.ofNullable(source.getPositionsMap().get(expr.id())).flatMap(source::getOffsetLocation)
                .map(at -> at.getLine() + ":" + (at.getColumn() + 1)).orElse("1:1");
    }
}
