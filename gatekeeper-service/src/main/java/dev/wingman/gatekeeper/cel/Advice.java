package dev.wingman.gatekeeper.cel;

import java.util.Map;

/// What to write instead of what does not compile: most of it is CEL that this subset leaves out (docs/decisions/0019).
final class Advice {

    private static final String UNDECLARED = "undeclared reference to '";
    private static final Map<String, String> INSTEAD = Map.of(
            "matches",
            "regular expressions are left out: use contains, startsWith or endsWith on plain.<name>, in which case and "
                    + "look-alike letters do not matter, or == and in for whole texts",
            "map", "it is left out: ask each element with all, exists or exists_one",
            "filter", "it is left out: ask each element with all, exists or exists_one",
            "duration", "it is left out: compare with timestamp('2026-01-31T00:00:00Z'), or ask now.getHours()",
            "bytes", "it is left out: size(text) counts characters",
            "instruction", "name the value alone: title, deliverables, plain.deliverables");

    private Advice() {}

    /// @param told the compiler's words; they name a part of the rule, and of nothing else
    static String on(String told) {
        if (!told.startsWith(UNDECLARED)) {
            return "";
        }
        var end = told.indexOf('\'', UNDECLARED.length());
        var name = told.substring(UNDECLARED.length(), end < 0 ? told.length() : end);
        return "; " + INSTEAD.getOrDefault(name.startsWith("instruction.") ? "instruction" : name,
                "a rule may name " + String.join(", ", Variables.types().keySet()));
    }
}
