package dev.wingman.gatekeeper.cel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Identifier;
import dev.wingman.gatekeeper.domain.Point;
import dev.wingman.gatekeeper.domain.policy.Facts;
import dev.wingman.screening.spelling.Source;

/// What a rule can name. The gatekeeper's README lists it.
final class Variables {

    private static final CelType TEXTS = ListType.create(SimpleType.STRING);
    /// Before a text's name: as a reader sees it.
    private static final String PLAIN = "plain.";
    private static final Set<String> WRITTEN = Set.of("title", "project", "cwd", "site", "containers", "argv");

    private Variables() {}

    /// Every variable with its type.
    static Map<String, CelType> types() {
        var types = raw();
        raw().forEach((name, type) -> {
            if (isText(name)) {
                types.put(PLAIN + name, type);
            }
        });
        types.put(PLAIN + "texts", TEXTS);
        return types;
    }

    private static Map<String, CelType> raw() {
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

    /// Whether it says what the worker wrote.
    private static boolean isText(String name) {
        return WRITTEN.contains(name) || Arrays.stream(Point.values()).anyMatch(point -> point.key().equals(name));
    }

    /// The same texts in lower case, full-width and look-alike letters undone, without what nobody sees: who asks for a word asks here.
    static Map<String, Object> plain(Map<String, Object> values) {
        var plain = new HashMap<>(values);
        var texts = new ArrayList<String>();
        values.forEach((name, value) -> {
            if (isText(name)) {
                var read = plain(value);
                plain.put(PLAIN + name, read);
                texts.addAll(read instanceof List<?> all
                        ? all.stream().map(String::valueOf).toList()
                        : List.of((String) read));
            }
        });
        plain.put(PLAIN + "texts", List.copyOf(texts));
        return plain;
    }

    private static Object plain(Object value) {
        return value instanceof Collection<?> all
                ? all.stream().map(each -> plain((String) each)).toList()
                : plain((String) value);
    }

    private static String plain(String text) {
        return Source.of(text).text().toLowerCase(Locale.ROOT);
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
