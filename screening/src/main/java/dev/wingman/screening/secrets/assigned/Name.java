package dev.wingman.screening.secrets.assigned;

import java.util.Locale;
import java.util.Set;

import dev.wingman.screening.secrets.scan.Letters;

/// A name round a keyword such as `secret`, and whether it names a secret (`clientSecret`) or something about one (`secretName`,
/// `nextPageToken`, `tokenizer`).
///
/// @param from offset of its first character
/// @param keyword offset of the keyword in it
/// @param keywordEnd offset behind the keyword
/// @param end offset behind its last character
record Name(String text, int from, int keyword, int keywordEnd, int end) {
    private static final int LONGEST = 48;
    private static final int MARK = 9;
    private static final int SHORT = 3;
    private static final Set<String> ENDINGS = Set.of("id", "ids", "name", "names", "file", "files", "filename", "path",
            "paths", "url", "urls", "uri", "type", "types", "length", "len", "size", "min", "max", "policy", "policies",
            "arn", "ref", "reference", "expiry", "expires", "expired", "expiration", "ttl", "lifetime", "age", "header",
            "field", "fields", "count", "limit", "limits", "budget", "endpoint", "version", "versions", "label", "hint",
            "regex", "pattern", "prompt", "placeholder", "env", "format", "scheme", "prefix", "suffix", "location",
            "class", "provider", "manager", "store", "issuer", "audience", "enabled", "required", "disabled",
            "strategy",
            "algorithm", "alg", "rotation", "bucket", "rate", "usage", "scope", "scopes", "status", "date", "at", "by",
            "dir", "mode", "encoder", "encoding", "selector", "mount", "volume", "title", "help", "description",
            "error",
            "message", "validator", "generator", "service", "handler", "controller", "index", "position", "kind",
            "digest",
            "checksum", "fingerprint", "strength", "reset", "complexity", "history", "charset", "engine", "resolver",
            "source", "thumbprint", "schema", "template", "extension", "per", "used", "instance", "factory", "param",
            "params", "parameter", "property", "attribute", "route", "revision",
            "docs", "var");
    private static final Set<String> BEGINNINGS = Set.of("next", "page", "continuation", "cursor", "sync", "public",
            "pub",
            "cancel", "cancellation", "stop", "pad", "eos", "bos", "unk", "special", "max", "min", "num", "total",
            "input",
            "output", "prompt", "completion", "no", "without", "mask", "non", "verification", "publishable", "browser",
            "idempotency", "dedup", "fencing", "resume", "shard", "pagination", "start", "lock", "device", "change",
            "watch", "reset", "socket", "by", "com", "sur", "under", "one", "first", "second", "cache", "partition",
            "sort", "primary", "foreign", "host", "object", "routing", "group",
            "dedupe", "artifact", "asset", "package", "image", "release", "document", "resource", "record", "item",
            "entry",
            "node", "job", "task", "flag", "feature", "setting", "locale", "category", "etag", "meta", "deduplication",
            "site", "gpg", "pgp", "build", "default", "recv", "blob", "s", "surrogate",
            "unique", "composite", "index", "sharding", "distribution", "ordering", "translation", "hot", "fingerprint",
            "lookup", "map", "restore", "project", "issue", "range", "row", "entity", "message", "event", "correlation",
            "registry",
            "single", "dual", "multi", "render", "tres", "over");
    private static final Set<String> CONTINUATIONS = Set.of("", "s", "key", "keys", "value", "string", "data", "base",
            "hash", "plain", "text", "base64", "confirm", "confirmation", "word", "phrase");

    static Name around(String text, int keyword, int keywordEnd) {
        var from = keyword;
        while (from > 0 && keyword - from < LONGEST && inName(text.charAt(from - 1))) {
            from--;
        }
        var end = keywordEnd;
        while (end < text.length() && end - keywordEnd < LONGEST && inName(text.charAt(end))) {
            end++;
        }
        while (end > keywordEnd && (text.charAt(end - 1) == '.' || text.charAt(end - 1) == '-')) {
            end--;
        }
        return new Name(text, from, keyword, keywordEnd, end);
    }

    /// `<password` and `<wsse:Password`.
    boolean isTag() {
        var before = from;
        while (before > 0 && from - before < LONGEST
                && (inName(text.charAt(before - 1)) || text.charAt(before - 1) == ':')) {
            before--;
        }
        return before > 0 && text.charAt(before - 1) == '<';
    }

    boolean isRepeated(int at) {
        return text.regionMatches(true, at, text, keyword, keywordEnd - keyword);
    }

    /// `--password`.
    boolean isOption() {
        return text.startsWith("-", from);
    }

    /// `?token` and `&token`.
    boolean isInQuery() {
        return from > 0 && (text.charAt(from - 1) == '?' || text.charAt(from - 1) == '&');
    }

    boolean meansASecret() {
        return !isMark() && !isPartOfPath() && beginsWell() && endsWell();
    }

    /// `[assigned-password 1a2b3c4d]`, which stands where a secret stood.
    private boolean isMark() {
        return from > 0 && text.charAt(from - 1) == '[' && text.startsWith(" ", end)
                && text.startsWith("]", end + MARK);
    }

    /// `arn:aws:secretsmanager:eu-1:1:secret:name`.
    private boolean isPartOfPath() {
        return from > 1 && text.charAt(from - 1) == ':' && Letters.isDigit(text.charAt(from - 2));
    }

    private boolean beginsWell() {
        var before = lastWord(from, keyword);
        var apart = keywordEnd - keyword > SHORT || before.isEmpty() || Letters.isUpper(text.charAt(keyword))
                || !Letters.isLetter(text.charAt(keyword - 1));
        return apart && !BEGINNINGS.contains(before)
                && !text.substring(from, keyword).toLowerCase(Locale.ROOT).contains("public");
    }

    private boolean endsWell() {
        var go = keywordEnd;
        while (go < end && Letters.isLower(text.charAt(go))) {
            go++;
        }
        return CONTINUATIONS.contains(text.substring(keywordEnd, go)) && !ENDINGS.contains(lastWord(keywordEnd, end));
    }

    /// The last word between two offsets, whether signs or capital letters separate words; empty when there is none.
    private String lastWord(int first, int last) {
        var close = last;
        while (close > first && !Letters.isLetter(text.charAt(close - 1))) {
            close--;
        }
        var open = close;
        while (open > first && Letters.isLetter(text.charAt(open - 1))
                && !(open < close && Letters.isUpper(text.charAt(open)) && !Letters.isUpper(text.charAt(open - 1)))) {
            open--;
        }
        return text.substring(open, close).toLowerCase(Locale.ROOT);
    }

    private static boolean inName(char c) {
        return Letters.isLetter(c) || Letters.isDigit(c) || c == '_' || c == '-' || c == '.';
    }
}
