package dev.wingman.notifier.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody wants by a written command.
public sealed interface Command {

    Pattern SPACE = Pattern.compile("\\s+");
    Pattern ID = Pattern.compile("[0-9a-f][0-9a-f-]{7,35}");
    Pattern CODE = Pattern.compile("[0-9]{6,8}");

    /// `/link TENANT.RANDOM`; it never shows its code.
    record Link(String tenant, String code) implements Command {
        @Override
        public String toString() {
            return "Link";
        }
    }

    /// `/pending`
    record Pending() implements Command {}

    /// `/show ID`
    record Show(String id) implements Command {}

    /// `/approve ID [CODE]`; it never shows its code.
    record Approve(String id, Optional<String> code) implements Command {
        @Override
        public String toString() {
            return "Approve";
        }
    }

    /// `/deny ID REASON`
    record Deny(String id, String reason) implements Command {}

    /// `/status`
    record Status() implements Command {}

    /// `/locked`
    record Locked() implements Command {}

    /// `/release WORKER REASON`
    record Release(String worker, String reason) implements Command {}

    /// Not a command, or not a whole one.
    ///
    /// @param help what to send instead; empty for what is not meant for us
    record Unclear(String help) implements Command {}

    static Command read(String text) {
        if (!text.startsWith("/")) {
            return new Unclear("");
        }
        var words = SPACE.split(text.strip(), 3);
        var name = words[0].substring(1).toLowerCase(Locale.ROOT);
        int at = name.indexOf('@');
        return read(at < 0 ? name : name.substring(0, at), words.length > 1 ? words[1] : "",
                words.length > 2 ? words[2].strip() : "");
    }

    private static Command read(String name, String first, String rest) {
        return switch (name) {
            case "link" -> link(first, rest);
            case "pending" -> new Pending();
            case "show" -> isId(first) ? new Show(id(first)) : new Unclear("/show ID");
            case "approve" -> approve(first, rest);
            case "deny" -> isId(first) && !rest.isEmpty() ? new Deny(id(first), rest) : new Unclear("/deny ID REASON");
            case "status" -> new Status();
            case "locked" -> new Locked();
            case "release" -> !first.isEmpty() && !rest.isEmpty()
                    ? new Release(first, rest)
                    : new Unclear("/release WORKER REASON");
            default -> new Unclear("/pending, /show ID, /approve ID [CODE], /deny ID REASON, /status, /locked, "
                    + "/release WORKER REASON, /link CODE");
        };
    }

    /// A tenant's id may hold points: the last one is ours.
    private static Command link(String code, String rest) {
        int point = code.lastIndexOf('.');
        return point > 0 && point < code.length() - 1 && rest.isEmpty()
                ? new Link(code.substring(0, point), code)
                : new Unclear("/link CODE, the whole code as you got it");
    }

    private static Command approve(String id, String code) {
        return isId(id) && (code.isEmpty() || CODE.matcher(code).matches())
                ? new Approve(id(id), Optional.of(code).filter(some -> !some.isEmpty()))
                : new Unclear("/approve ID, or /approve ID CODE with the digits of your one-time code");
    }

    private static boolean isId(String word) {
        return ID.matcher(id(word)).matches();
    }

    private static String id(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
