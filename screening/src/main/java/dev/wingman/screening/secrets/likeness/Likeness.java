package dev.wingman.screening.secrets.likeness;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.wingman.screening.secrets.scan.Keywords;
import dev.wingman.screening.secrets.scan.Letters;

/// Tells what only looks like a secret: a reference to one, a placeholder, ordinary words. One pass over a value for each question.
public final class Likeness {
    private static final List<String> FILLERS = List.of("example", "changeme", "change-me", "change_me", "placeholder",
            "redacted", "dummy", "your-", "your_", "yourpass", "yoursecret", "yourtoken", "yourkey", "yourapi",
            "sample", "xxxx",
            "***", "...", "insert", "replace", "fixme", "hidden", "masked", "not-a-", "not_a_", "notareal", "fake",
            "foobar",
            "to-be-", "lorem", "goes-here", "goes_here", "my-super", "my-secret", "my_secret", "mysecret",
            "supersecret",
            "super-secret", "super_secret", "test-token", "test_token", "1234567890", "0123456789", "deadbeef", "todo",
            "mypassword",
            "my-password", "my_password", "---", "___", "omitted", "removed", "sanitized", "censored", "filtered",
            "obfuscated");
    private static final List<String> LONG_FILLERS = List.of("example", "changeme", "placeholder", "redacted", "your-",
            "your_",
            "yourtoken", "yourapikey", "yourkey", "xxxxx", "***", "...", "replace", "insert-", "insert_", "-here",
            "_here", "not-a-",
            "not_a_", "fake_", "fake-", "dummy", "sample", "1234567890abc", "abcdefghij", "0123456789abcdef", "<");
    private static final Set<String> DEFAULTS = Set.of("password", "passwd", "pass", "pwd", "pw", "secret", "token",
            "user",
            "username", "postgres", "root", "admin", "guest", "test", "none", "null", "nil", "empty", "mysql", "redis",
            "mongo",
            "rabbitmq", "minio", "minioadmin", "key", "foo", "bar", "baz", "string", "undefined", "true", "false",
            "yes", "no", "na",
            "tbd", "required", "optional", "value", "hostname", "port", "credentials", "apikey", "p", "x", "psw");
    private static final Set<String> TERMS = Set.of("", "sha", "md", "utf", "base", "oauth", "argon", "bcrypt",
            "scrypt", "pbkdf",
            "aes", "rsa", "ed", "hmac", "ldap", "krb", "http", "https", "ipv", "int", "uint", "float", "varchar",
            "char", "string",
            "field", "col", "column", "arg", "param", "var", "input", "user", "pass", "password", "pwd", "secret",
            "token", "test",
            "key", "value", "val", "v", "s", "k", "x", "step", "level", "type", "id", "option", "section", "page",
            "table", "figure",
            "chapter", "sprint", "phase", "rule", "row", "line", "item", "db", "app", "svc", "node", "env", "prod",
            "stage", "dev", "ec",
            "gp", "t", "m", "f", "a", "b", "c", "d", "e", "g", "h", "i", "l", "n", "p", "r", "w", "rs", "hs", "es",
            "ps", "az", "eu",
            "us", "python", "java", "node_", "mb", "kb", "gb", "ms", "sec", "min", "days", "chars", "admin", "abc",
            "qwerty", "port",
            "host", "num", "str", "tmp", "temp", "obj", "data", "config", "cfg", "mode", "part", "case", "group",
            "slot", "version");
    private static final List<String> REFERENCES = List.of("${", "$(", "{{", "#{", "%{", "%(", "id=", "pk.eyj", "<%",
            "<", "[", "(", "{",
            "!ref", "!sub", "%7b", "%24%7b", "%3c",
            "!vault", "!secret", "!env", "arn:", "ssm:", "vault:", "vault/", "vault.", "op://", "akv:", "akv/", "sm://",
            "secretref", "secretkeyref",
            "secretsmanager", "gcp-secret", "ref+", "enc[", "enc(", "cipher", "@microsoft.keyvault", "env:", "env.",
            "env(", "env[",
            "$env:", "file:", "file(", "data.", "var.", "local.", "module.", "secrets.", "secret://", "secrets/",
            "projects/", "keyring", "keychain",
            "lookup(", "process.env", "os.environ", "os.getenv", "system.getenv", "import.meta", "config.", "settings.",
            "self.", "this.",
            "props.", "http://", "https://", "agefile", "sops", "kms:", "doppler:", "bw:", "pass:env", "hiera",
            "lookup", "aws-sm",
            "resolve:", "{resolve", "parameterstore", "ssm/", "@", "&", "*", "//", "not ", "new ", "await ", "null",
            "undefined",
            "sha256:", "sha512-", "sha384-", "sha1-", "sha256-", "md5:", "urn:", "spiffe:", "data:image", "ssh-",
            "ecdsa-sha2");
    private static final Map<Character, List<String>> REFERENCES_BY_LETTER = REFERENCES.stream()
            .collect(Collectors.groupingBy(reference -> reference.charAt(0)));
    private static final Keywords FILLED = new Keywords(FILLERS);
    private static final Keywords LONG_FILLED = new Keywords(LONG_FILLERS);
    private static final double LEAST_BITS = 2.5;

    @FunctionalInterface
    private interface Sort {
        boolean has(char c);
    }

    private Likeness() {}

    /// Whether an issuer's token is made up: it says so, or it hardly varies.
    public static boolean isMadeUp(String token) {
        var lower = token.toLowerCase(Locale.ROOT);
        return LONG_FILLED.any(lower, filler -> !isRandomBeside(lower, LONG_FILLERS.get(filler), token))
                || Letters.longestRun(token) >= 6 || Letters.bits(token) < LEAST_BITS;
    }

    /// Whether a value is a placeholder, a default that everybody knows, or says where the secret is kept.
    public static boolean standsForAnother(String value) {
        var lower = value.toLowerCase(Locale.ROOT).strip();
        return lower.isEmpty() || DEFAULTS.contains(lower) || isReference(value)
                || hasFiller(lower, value)
                || Letters.longestRun(value) * 2 > value.length();
    }

    /// What `${NAME:-value}` or `${NAME:value}` falls back to, or else the value itself.
    public static String withoutReference(String value) {
        var colon = value.indexOf(':');
        if (colon < 0 || !value.startsWith("${") || !value.endsWith("}")) {
            return value;
        }
        var from = "-=+?".indexOf(value.charAt(colon + 1)) >= 0 ? colon + 2 : colon + 1;
        return value.substring(Math.min(from, value.length() - 1), value.length() - 1);
    }

    public static boolean isReference(String value) {
        var lower = value.toLowerCase(Locale.ROOT).strip();
        return begins(lower) && !hidesBehindSign(value) || isVariable(value)
                || isPath(value) || isCode(value);
    }

    /// Whether a value is too irregular for words: 12 characters and more, or 8 of every sort.
    public static boolean looksRandom(String value) {
        return (value.length() >= 12 || value.length() >= 8 && hasEverySort(value)) && Letters.bits(value) >= LEAST_BITS
                && !isNumeric(value)
                && (Letters.oddities(value) >= Math.max(3, value.length() / 12) || Letters.areScrambled(value));
    }

    /// Whether people would choose a value as a password, and would hardly write it otherwise.
    public static boolean looksLikePassword(String value) {
        if (value.length() < 6 || value.length() > 200 || isNumeric(value)
                || value.indexOf(' ') >= 0 && !looksRandom(value)) {
            return false;
        }
        return (Letters.oddities(value) >= 1 && !isTerm(value) || Letters.areScrambled(value)) && hasLetter(value)
                && Letters.bits(value) >= 2;
    }

    /// Whether a value would look odd in a sentence.
    public static boolean standsOut(String value) {
        return value.length() >= 8 && looksLikePassword(value)
                && (Letters.oddities(value) >= 3 || hasEverySort(value) || Letters.areScrambled(value))
                && Letters.bits(value) >= LEAST_BITS
                && !PublicId.isResourceName(value) && value.indexOf('/') < 0 && !value.contains("://")
                && value.indexOf('(') < 0 && !assignsReference(value);
    }

    /// `TOKEN=${TOKEN}`.
    private static boolean assignsReference(String value) {
        var equals = value.indexOf('=');
        return equals > 0 && value.startsWith("$", equals + 1) && isReference(value.substring(equals + 1));
    }

    private static boolean begins(String lower) {
        if (lower.isEmpty()) {
            return false;
        }
        for (var reference : REFERENCES_BY_LETTER.getOrDefault(lower.charAt(0), List.of())) {
            if (lower.startsWith(reference)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasFiller(String lower, String value) {
        return FILLED.any(lower, filler -> !isRandomBeside(lower, FILLERS.get(filler), value));
    }

    private static boolean hasLetter(String value) {
        return count(value, Letters::isLetter) > 0;
    }

    private static int count(String value, Sort sort) {
        var count = 0;
        for (var i = 0; i < value.length(); i++) {
            count += sort.has(value.charAt(i)) ? 1 : 0;
        }
        return count;
    }

    private static boolean hasEverySort(String value) {
        return count(value, Letters::isUpper) > 0 && count(value, Letters::isLower) > 0
                && count(value, Letters::isDigit) > 0
                && count(value, c -> !Letters.isLetter(c) && !Letters.isDigit(c) && "-_./:".indexOf(c) < 0) > 0;
    }

    /// Numbers, dates, versions, addresses, sizes: digits with separators and hardly a letter.
    private static boolean isNumeric(String value) {
        var letters = count(value, Letters::isLetter);
        var digits = count(value, Letters::isDigit);
        return digits > 0 && letters <= 2 && digits + letters + separators(value) == value.length()
                && Letters.isDigit(value.charAt(0));
    }

    private static int separators(String value) {
        return count(value, Letters::isSeparator);
    }

    /// Words of which each may have a number, such as `sha256`, `userPassword2` or `my-app-v2`.
    private static boolean isTerm(String value) {
        var last = Letters.oddities(value) > 2 ? 0 : value.length();
        if (last == 0) {
            return false;
        }
        while (last > 0) {
            var digits = last;
            while (digits > 0 && Letters.isDigit(value.charAt(digits - 1))) {
                digits--;
            }
            var word = digits;
            while (word > 0 && Letters.isLetter(value.charAt(word - 1))
                    && !(word < digits && Letters.isUpper(value.charAt(word))
                            && !Letters.isUpper(value.charAt(word - 1)))) {
                word--;
            }
            var piece = value.substring(word, digits);
            if (word == last || !(digits < last ? TERMS.contains(piece.toLowerCase(Locale.ROOT)) : isWord(piece))) {
                return false;
            }
            last = word;
            while (last > 0 && Letters.isSeparator(value.charAt(last - 1))) {
                last--;
            }
        }
        return true;
    }

    /// Letters with a vowel, or an abbreviation.
    private static boolean isWord(String letters) {
        return letters.length() > 1 && count(letters, Letters::isVowel) > 0
                || letters.length() > 1 && letters.length() <= 4 && (letters.equals(letters.toLowerCase(Locale.ROOT))
                        || letters.equals(letters.toUpperCase(Locale.ROOT)));
    }

    /// `$NAME`, `%NAME%`, `$1`.
    private static boolean isVariable(String value) {
        if (value.length() < 2 || value.charAt(0) != '$' && value.charAt(0) != '%') {
            return false;
        }
        var end = value.charAt(0) == '%' && value.endsWith("%") ? value.length() - 1 : value.length();
        return isName(value.substring(1, end));
    }

    private static boolean isName(String value) {
        return value.chars().allMatch(
                c -> Letters.isLetter((char) c) || Letters.isDigit((char) c) || c == '_' || c == '.' || c == ':')
                && Letters.oddities(value) <= 2;
    }

    private static boolean isPath(String value) {
        var rooted = value.startsWith("/") || value.startsWith("./") || value.startsWith("../")
                || value.startsWith("~/")
                || value.length() > 2 && value.charAt(1) == ':' && (value.charAt(2) == '\\' || value.charAt(2) == '/');
        var dot = value.lastIndexOf('.');
        var named = value.indexOf('/') > 0 && value.indexOf('/') < dot && value.length() - dot <= 5;
        return (rooted || named) && Letters.oddities(value) < Math.max(3, value.length() / 6);
    }

    /// A call, an index, or names joined by dots, arrows or colons.
    private static boolean isCode(String value) {
        var names = 0;
        var start = 0;
        for (var i = 0; i <= value.length(); i++) {
            var c = i < value.length() ? value.charAt(i) : '.';
            if (c == '(' || c == '[') {
                return i > start
                        && isName(value.substring(0, i).replace("->", ".").replace("?.", ".").replace("!.", "."));
            }
            if (c == '.' || c == ':' || c == '>' || c == '?') {
                var name = value.substring(start, i).replace("-", "");
                if (!name.isEmpty()
                        && (Letters.isDigit(name.charAt(0)) || !isName(name) || Letters.oddities(name) > 1)) {
                    return false;
                }
                names += name.isEmpty() ? 0 : 1;
                start = i + 1;
            }
        }
        return names > 1;
    }

    /// `@Hg7!q2zP` starts like a reference and is none.
    private static boolean hidesBehindSign(String value) {
        var first = value.isEmpty() ? ' ' : value.charAt(0);
        return "@&*([{<".indexOf(first) >= 0 && value.indexOf(' ') < 0 && value.indexOf('(', 1) < 0
                && Letters.oddities(value) >= 4
                && "])}>".indexOf(value.charAt(value.length() - 1)) < 0 && !value.contains("{{");
    }

    /// A real password is not excused by a word written next to it.
    private static boolean isRandomBeside(String lower, String filler, String value) {
        var at = lower.indexOf(filler);
        var rest = value.substring(0, at) + value.substring(at + filler.length());
        return rest.length() >= 10 && Letters.oddities(rest) >= 5 && Letters.oddities(rest) * 2 >= rest.length() / 2
                && Letters.longestRun(value) < 4;
    }
}
