package dev.wingman.gatekeeper.cel;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Identifier;
import dev.wingman.gatekeeper.domain.Point;
import dev.wingman.gatekeeper.domain.policy.Facts;

/// What a rule can name. The gatekeeper's README lists it.
final class Variables {

    private static final CelType TEXTS = ListType.create(SimpleType.STRING);

    private Variables() {}

    /// Every variable with its type.
    static Map<String, CelType> types() {
        var types = new TreeMap<String, CelType>();
        for (var text : List.of("title", "action", "project", "cwd", "script_sha256", "site", "environment", "worker",
                "owner", "risk")) {
            types.put(text, SimpleType.STRING);
        }
        for (var point : Point.values()) {
            types.put(point.key(), TEXTS);
        }
        types.put("containers", TEXTS);
        types.put("argv", TEXTS);
        types.put("criteria.total", SimpleType.INT);
        types.put("criteria.verifiable", SimpleType.INT);
        types.put("now", SimpleType.TIMESTAMP);
        return types;
    }

    /// Every variable with its value; what an instruction does not have is an empty text or list.
    static Map<String, Object> of(Facts facts) {
        var values = new HashMap<String, Object>();
        values.put("title", facts.title());
        for (var point : Point.values()) {
            values.put(point.key(), facts.points().getOrDefault(point.key(), List.of()));
        }
        values.putAll(of(facts.action()));
        values.put("site", facts.site().orElse(""));
        values.put("environment", facts.environment());
        values.put("worker", facts.worker().value());
        values.put("owner", facts.owner().map(Identifier::value).orElse(""));
        values.put("risk", facts.risk().name().toLowerCase(Locale.ROOT));
        values.put("criteria.total", (long) facts.criteria());
        values.put("criteria.verifiable", (long) facts.verifiable());
        values.put("now", facts.now());
        return values;
    }

    /// How many characters the values have together.
    static long length(Map<String, Object> values) {
        return values.values().stream().mapToLong(Variables::length).sum();
    }

    private static long length(Object value) {
        return switch (value) {
            case String text -> text.length();
            case Collection<?> texts -> texts.stream().mapToLong(Variables::length).sum();
            default -> 0;
        };
    }

    private static Map<String, Object> of(Action action) {
        return switch (action) {
            case Action.None _ -> action("none", "", List.of(), List.of(), "", "");
            case Action.Drill(var project, var containers) ->
                action("drill", project.orElse(""), containers, List.of(), "", "");
            case Action.Command(var argv, var cwd, var script) ->
                action("command", "", List.of(), argv, cwd, script.orElse(""));
        };
    }

    private static Map<String, Object> action(String type, String project, List<String> containers, List<String> argv,
            String cwd, String script) {
        return Map.of("action", type, "project", project, "containers", containers, "argv", argv, "cwd", cwd,
                "script_sha256", script);
    }
}
