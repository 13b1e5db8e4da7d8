package dev.wingman.screening.shell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import dev.wingman.screening.spelling.Escapes;
import dev.wingman.screening.spelling.Payloads;

/// What a command prints, for the few commands with which a name can be spelled: `echo rm`, `printf '\162m'`, `which rm`,
/// `echo mr | rev`, `echo ez | tr a-z n-za-m`, `base64 -d <<< cm0=`. It runs nothing, and says nothing about any other.
public final class Output {
    private static final int LONGEST = 2048;

    private static final Set<String> PRINTERS = Set.of("echo", "printf", "which", "command", "type", "basename",
            "realpath", "cat",
            "base64", "rev", "xxd");

    private Output() {}

    /// Whether the command that begins at an offset may be one whose output can be told: it is, or is not spelled in plain letters.
    static boolean mayBegin(String text, int from) {
        var begin = from;
        while (begin < text.length() && text.charAt(begin) == ' ') {
            begin++;
        }
        var end = begin;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || "_./-".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        var plain = end < text.length() && " `:)(,;|\n".indexOf(text.charAt(end)) >= 0;
        return !plain || prints(name(text.substring(begin, end)));
    }

    /// Whether a command begins with a program whose output nobody can tell, spelled so plainly that it need not be read to see that.
    static boolean isUntold(Reader reader, int from, int to) {
        var begin = from;
        while (begin < to && reader.text.charAt(begin) == ' ') {
            begin++;
        }
        var end = begin;
        while (end < to && isPlain(reader.text.charAt(end), end > begin)) {
            end++;
        }
        return end > begin && (end == to || reader.text.charAt(end) == ' ') && !reader.variables.hasAliases()
                && !prints(reader.text.substring(begin, end));
    }

    private static boolean isPlain(char c, boolean within) {
        return c >= 'a' && c <= 'z' || within && (c == '-' || c >= '0' && c <= '9');
    }

    /// Whether a pipeline that begins with the program may be one whose output can be told.
    public static boolean prints(String program) {
        return PRINTERS.contains(program);
    }

    /// A program without its folder.
    private static String name(String program) {
        return program.substring(program.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    }

    /// What the words print, when they are one pipeline of such commands.
    public static Optional<String> of(Words words) {
        var output = Optional.of("");
        var begin = 0;
        while (begin < words.size() && output.isPresent()) {
            var command = words.get(begin);
            if (begin > 0 && command.before() != Gap.PIPE) {
                return Optional.empty();
            }
            var end = words.commandEnd(begin);
            var arguments = new ArrayList<String>();
            for (var i = begin + 1; i < end; i++) {
                if (words.get(i).unknown() || words.get(i).redirect() != ' ') {
                    return Optional.empty();
                }
                arguments.add(words.get(i).text());
            }
            output = begin == 0
                    ? first(command.program(), arguments)
                    : filter(command.program(), arguments, output.get());
            begin = end;
        }
        return words.size() == 0 ? Optional.empty() : output.filter(text -> text.length() <= LONGEST);
    }

    private static Optional<String> first(String program, List<String> arguments) {
        return switch (program) {
            case "echo" -> Optional.of(echoed(arguments));
            case "printf" -> printed(arguments);
            case "which", "command", "type", "basename", "realpath" -> operands(arguments).findFirst();
            case "cat" -> arguments.size() == 1 && arguments.getFirst().indexOf('.') < 0
                    && arguments.getFirst().indexOf('/') < 0 ? Optional.of(arguments.getFirst()) : Optional.empty();
            case "base64", "rev", "xxd" -> operands(arguments).reduce((_, last) -> last)
                    .flatMap(text -> filter(program, arguments, text));
            default -> Optional.empty();
        };
    }

    private static String echoed(List<String> arguments) {
        var decodes = !arguments.isEmpty() && arguments.getFirst().startsWith("-")
                && arguments.getFirst().contains("e");
        var text = String.join(" ", arguments.stream().dropWhile(Output::isOption).toList());
        return decodes ? Escapes.decode(text) : text;
    }

    private static boolean isOption(String word) {
        return word.length() > 1 && word.charAt(0) == '-'
                && word.chars().skip(1).allMatch(letter -> "neE".indexOf(letter) >= 0);
    }

    private static Optional<String> printed(List<String> written) {
        var arguments = !written.isEmpty() && written.getFirst().equals("--")
                ? written.subList(1, written.size())
                : written;
        if (arguments.isEmpty()) {
            return Optional.empty();
        }
        var values = arguments.subList(1, arguments.size()).iterator();
        var format = arguments.getFirst();
        var printed = new StringBuilder();
        do {
            for (var i = 0; i < format.length(); i++) {
                var c = format.charAt(i);
                if (c == '%' && i + 1 < format.length() && "sbc".indexOf(format.charAt(i + 1)) >= 0) {
                    printed.append(values.hasNext() ? values.next() : "");
                    i++;
                } else {
                    printed.append(c);
                }
            }
        } while (values.hasNext() && format.contains("%") && printed.length() < LONGEST);
        return Optional.of(Escapes.decode(printed.toString()));
    }

    private static Optional<String> filter(String program, List<String> arguments, String text) {
        return switch (program) {
            case "cat", "tee" -> Optional.of(text);
            case "rev" -> Optional.of(new StringBuilder(text).reverse().toString());
            case "tr" -> arguments.size() == 2
                    ? translated(text, set(arguments.get(0)), set(arguments.get(1)))
                    : Optional.of(text).filter(_ -> arguments.size() == 2);
            case "base64" -> Payloads.base64(text);
            case "xxd" -> hex(text);
            case "sed" -> operands(arguments).findFirst().flatMap(script -> substituted(text, script));
            default -> Optional.empty();
        };
    }

    private static Optional<String> translated(String text, String from, String to) {
        if (to.isEmpty()) {
            return Optional.empty();
        }
        var changed = new StringBuilder(text);
        for (var i = 0; i < text.length(); i++) {
            var index = from.lastIndexOf(text.charAt(i));
            if (index >= 0) {
                changed.setCharAt(i, to.charAt(Math.min(index, to.length() - 1)));
            }
        }
        return Optional.of(changed.toString());
    }

    private static String set(String written) {
        var letters = new StringBuilder();
        for (var i = 0; i < written.length(); i++) {
            var c = written.charAt(i);
            if (i + 2 < written.length() && written.charAt(i + 1) == '-' && written.charAt(i + 2) < 128) {
                for (var letter = c; letter <= written.charAt(i + 2); letter++) {
                    letters.append(letter);
                }
                i += 2;
            } else if (c != '[' && c != ']') {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    private static Optional<String> hex(String text) {
        try {
            return Optional.of(new String(HexFormat.of().parseHex(text.strip()), StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> substituted(String text, String script) {
        if (script.length() < 4 || script.charAt(0) != 's') {
            return Optional.empty();
        }
        var parts = script.substring(2).split(java.util.regex.Pattern.quote(script.substring(1, 2)), -1);
        return parts.length < 2 || parts[0].isEmpty()
                ? Optional.empty()
                : Optional.of(text.replace(parts[0], parts[1]));
    }

    private static java.util.stream.Stream<String> operands(List<String> arguments) {
        return arguments.stream().filter(word -> !word.startsWith("-"));
    }
}
