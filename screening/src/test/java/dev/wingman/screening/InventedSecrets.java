package dev.wingman.screening;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Secrets in the formats of their issuers, made up from `secrets.tsv` with a fixed seed, so that no file of this repository holds one.
final class InventedSecrets {
    private static final Pattern BLANK = Pattern.compile("\\{([A-Za-z])([0-9]+)}|\\{uuid}|\\{PK}|\\{KEY}");
    private static final Pattern ENCODED = Pattern.compile("\\{(base64|hex):([^{}]*)}");
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final List<String> SURROUNDINGS = List.of("The worker uses %s from now on.", "KEY=%s",
            "export X_KEY=\"%s\"",
            "  key: %s  # rotate", "{\"k\": \"%s\", \"n\": 1}", "run --with %s --dry", "var k = '%s';",
            "https://api.acme.dev/v1?k=%s&page=2",
            "2026-01-05T10:00:00Z INFO client started key=%s user=bob", "+    key = \"%s\"", "| prod | %s | bob |",
            "`%s`", "It is %s.",
            "Look:\\n%s\\nThere.", "(%s)", "<key>%s</key>", "key:%s", "[%s, 1]", "%s", "curl -H 'X-Key: %s' https://x");
    private static final List<String> NAMES = List.of("%S_API_KEY=%s", "%n_api_token: \"%s\"",
            "\"%nSecretKey\": \"%s\"", "The %n API key is %s.",
            "- name: %S_TOKEN\n  value: %s", "--%n-token %s", "String %nAuthToken = \"%s\";",
            "<%n-api-key>%s</%n-api-key>",
            "%n:\n  api_key: %s", "export %S_SECRET='%s'", "| %n key | `%s` |", "2026-01-05 WARN %n_secret=%s expired");

    /// @param kind what it should be found as, or `*`
    /// @param text where the secret stands
    record Sample(String kind, String text, String secret) {}

    private final Random random = new Random(4);

    private InventedSecrets() {}

    static List<Sample> all() {
        return new InventedSecrets().of(lines("secrets.tsv"));
    }

    /// The lines of `look-alikes.txt`.
    static List<String> lookAlikes() {
        var invented = new InventedSecrets();
        return lines("look-alikes.txt").stream().map(line -> invented.filled(line).replace("\\n", "\n")).toList();
    }

    private static List<String> lines(String resource) {
        try (var file = InventedSecrets.class.getResourceAsStream(resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
                    .filter(line -> !line.startsWith("#") && !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Sample> of(List<String> lines) {
        var samples = new ArrayList<Sample>();
        for (var line = 0; line < lines.size(); line++) {
            var columns = lines.get(line).split("\t", 4);
            for (var way = 0; way < 3 && (way == 0 || !columns[0].equals("SAID")); way++) {
                samples.add(switch (columns[0]) {
                    case "TOKEN" -> placed(columns[1], SURROUNDINGS.get((3 * line + way) % SURROUNDINGS.size()),
                            filled(columns[2]));
                    case "NAMED" -> placed(columns[1], named(NAMES.get((5 * line + way) % NAMES.size()), columns[2]),
                            filled(columns[3]));
                    default -> said(columns[1], filled(columns[2]));
                });
            }
        }
        return samples;
    }

    private static Sample placed(String kind, String surrounding, String secret) {
        return new Sample(kind, surrounding.replace("%s", secret), secret);
    }

    private static String named(String surrounding, String name) {
        return surrounding.replace("%S", name.toUpperCase(Locale.ROOT)).replace("%n", name);
    }

    private static Sample said(String kind, String line) {
        var text = line.replace("\\\\n", "\u0001").replace("\\n", "\n").replace("\u0001", "\\n");
        var secret = text.substring(text.indexOf('«') + 1, text.indexOf('»'));
        return new Sample(kind, text.replace("«", "").replace("»", ""), secret);
    }

    /// Letters first, so that what is encoded is a secret that nobody has.
    private String filled(String template) {
        return ENCODED.matcher(lettered(template)).replaceAll(payload -> {
            var bytes = payload.group(2).getBytes(StandardCharsets.UTF_8);
            return Matcher.quoteReplacement(payload.group(1).equals("hex")
                    ? HexFormat.of().formatHex(bytes)
                    : Base64.getEncoder().encodeToString(bytes));
        });
    }

    private String lettered(String template) {
        return BLANK.matcher(template)
                .replaceAll(blank -> Matcher.quoteReplacement(blank.group(1) != null
                        ? of(blank.group(1).charAt(0), Integer.parseInt(blank.group(2)))
                        : switch (blank.group()) {
                            case "{PK}" -> "PRIVATE";
                            case "{KEY}" -> "KEY";
                            default -> of('h', 8) + '-' + of('h', 4) + "-4" + of('h', 3) + "-a" + of('h', 3) + '-'
                                    + of('h', 12);
                        }));
    }

    private String of(char sort, int count) {
        var letters = switch (sort) {
            case 'A' -> LOWER + UPPER + DIGITS;
            case 'a' -> LOWER + UPPER;
            case 'l' -> LOWER + DIGITS;
            case 'U' -> UPPER + DIGITS;
            case 'I' -> UPPER + "234567";
            case 'h' -> DIGITS + "abcdef";
            case 'X' -> DIGITS + "ABCDEF";
            case 'd' -> DIGITS;
            case 'm' -> LOWER + "234567";
            case 'k' -> "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
            case 'b' -> LOWER + UPPER + DIGITS + "+/";
            case 'B' -> LOWER + UPPER + DIGITS + "./";
            case 'w' -> LOWER + UPPER + DIGITS + "_-";
            case 'p' -> LOWER + UPPER + DIGITS + "!%^*_-+";
            default -> throw new IllegalArgumentException("no such letters: " + sort);
        };
        var text = new StringBuilder();
        IntStream.range(0, count).forEach(_ -> text.append(letters.charAt(random.nextInt(letters.length()))));
        // A token does not end with punctuation of the sentence, and a password begins with a letter.
        text.setCharAt(count - 1, LOWER.charAt(sort == 'h' || sort == 'X' || sort == 'd' ? 0 : random.nextInt(26)));
        return fit(text, sort);
    }

    private String fit(StringBuilder text, char sort) {
        switch (sort) {
            case 'd' -> text.setCharAt(text.length() - 1, '7');
            case 'X', 'U', 'I' -> text.setCharAt(text.length() - 1, 'E');
            default -> text.setCharAt(0, sort == 'h' ? text.charAt(0) : LOWER.charAt(random.nextInt(6)));
        }
        return text.toString();
    }
}
