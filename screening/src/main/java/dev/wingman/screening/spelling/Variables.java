package dev.wingman.screening.spelling;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/// What a text has assigned so far, its aliases and functions too. Sizes are bounded: what is too large is unknown.
public final class Variables {
    private static final int LONGEST = 1024;
    private static final int MOST = 512;

    private final Map<String, String> values = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private List<String> arguments = List.of();
    private long allowance;

    /// For a text of so many characters.
    ///
    /// @param characters how long the text is: expansions together may make it longer by a factor, not by more
    public Variables(int characters) {
        allowance = 4L * characters + 8192;
    }

    /// Takes the word for an assignment when it is one.
    public void assign(String word) {
        var equals = word.indexOf('=');
        if (equals < 1 || word.length() > LONGEST || values.size() > MOST) {
            return;
        }
        var appends = word.charAt(equals - 1) == '+';
        var name = word.substring(0, appends ? equals - 1 : equals);
        if (isName(name)) {
            var before = appends ? values.getOrDefault(name, "") : "";
            if (before.length() + word.length() <= LONGEST) {
                values.put(name, before + word.substring(equals + 1));
            }
        }
    }

    /// Makes these what a script is given, `$0` first, and tells what it was given before.
    public List<String> bind(List<String> given) {
        var before = arguments;
        arguments = List.copyOf(given);
        return before;
    }

    /// What `$0`, `$1`, `$@` or `$*` stands for in a script of which that is known.
    public Optional<String> argument(char sign) {
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        if (sign == '@' || sign == '*') {
            return spend(String.join(" ", arguments.subList(1, arguments.size())));
        }
        return spend(sign - '0' < arguments.size() ? arguments.get(sign - '0') : "");
    }

    /// A loop or `read` gives the name another value.
    public void forget(String name) {
        values.remove(name);
    }

    /// Whether a word gives a name a value.
    public static boolean isAssignment(String word) {
        return word.indexOf('=') > 0 && isName(word.substring(0, word.indexOf('=')));
    }

    /// Whether the text has made this character one that separates words.
    public boolean separates(char c) {
        return values.containsKey("IFS") && values.getOrDefault("IFS", "").indexOf(c) >= 0;
    }

    /// Remembers an alias, or a function that is one.
    public void alias(String name, String value) {
        if (aliases.size() < MOST && value.length() <= LONGEST) {
            aliases.put(name.toLowerCase(Locale.ROOT), value);
        }
    }

    public boolean hasAliases() {
        return !aliases.isEmpty();
    }

    /// What an alias stands for.
    public Optional<String> aliasOf(String name) {
        return aliases.isEmpty() ? Optional.empty() : spend(aliases.get(name.toLowerCase(Locale.ROOT)));
    }

    /// The value of `name` as `${…}` spells it, when it can be worked out.
    public Optional<String> expand(String expression) {
        var end = 0;
        while (end < expression.length() && isNamePart(expression.charAt(end))) {
            end++;
        }
        if (end == 0) {
            return Optional.empty();
        }
        var value = values.get(expression.substring(0, end));
        return end == expression.length()
                ? spend(value)
                : operate(Optional.ofNullable(value), expression.substring(end)).flatMap(this::spend);
    }

    private static Optional<String> operate(Optional<String> value, String operator) {
        if (operator.isEmpty() || operator.equals("[@]") || operator.equals("[*]") || operator.startsWith("^")
                || operator.startsWith(",") || operator.startsWith("@")) {
            return value;
        }
        if (operator.startsWith(":-") || operator.startsWith(":=") || operator.startsWith("-")) {
            return value.or(() -> Optional.of(operator.substring(operator.startsWith("-") ? 1 : 2)));
        }
        if (operator.startsWith(":+") || operator.startsWith("+")) {
            return Optional.of(operator.substring(operator.startsWith("+") ? 1 : 2));
        }
        return value.flatMap(known -> cut(known, operator));
    }

    private static Optional<String> cut(String value, String operator) {
        var what = operator.substring(1);
        return switch (operator.charAt(0)) {
            case '%' -> literal(what).map(end -> value.endsWith(end)
                    ? value.substring(0, value.length() - end.length())
                    : value);
            case '#' -> literal(what).map(start -> value.startsWith(start) ? value.substring(start.length()) : value);
            case '/' -> replaced(value, what);
            case ':' -> slice(value, what.split(":", -1));
            default -> Optional.empty();
        };
    }

    private static Optional<String> literal(String pattern) {
        var bare = pattern.startsWith("%") || pattern.startsWith("#") ? pattern.substring(1) : pattern;
        return bare.chars().anyMatch(c -> "*?[".indexOf(c) >= 0) ? Optional.empty() : Optional.of(bare);
    }

    private static Optional<String> replaced(String value, String what) {
        var from = what.startsWith("/") ? 1 : 0;
        var slash = what.indexOf('/', from);
        var sought = slash < 0 ? what.substring(from) : what.substring(from, slash);
        var instead = slash < 0 ? "" : what.substring(slash + 1);
        return sought.isEmpty()
                ? Optional.empty()
                : literal(sought).map(text -> value.replace(text, instead))
                        .filter(text -> text.length() <= LONGEST);
    }

    private static Optional<String> slice(String value, String[] numbers) {
        try {
            var from = Integer.parseInt(numbers[0].strip());
            var begin = Math.clamp(from < 0 ? value.length() + from : from, 0, value.length());
            var length = numbers.length > 1 ? Integer.parseInt(numbers[1].strip()) : value.length();
            return Optional
                    .of(value.substring(begin, Math.clamp((long) begin + Math.max(0, length), begin, value.length())));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private Optional<String> spend(@Nullable String value) {
        if (value == null || (allowance -= value.length()) < 0) {
            return Optional.empty();
        }
        return Optional.of(value);
    }

    /// Whether a name may hold the letter.
    public static boolean isNamePart(char c) {
        return c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean isName(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (!isNamePart(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty() && !Character.isDigit(text.charAt(0));
    }
}
