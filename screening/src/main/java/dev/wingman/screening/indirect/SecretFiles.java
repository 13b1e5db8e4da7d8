package dev.wingman.screening.indirect;

import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import dev.wingman.screening.actions.Lexicon;

/// Files that hold secrets, by the end of their path: keys, passwords, tokens.
final class SecretFiles {
    private static final Lexicon TABLE = Lexicon.beside(SecretFiles.class, "exposures.tsv");
    private static final Set<String> FOLDERS = TABLE.list("folders");
    private static final NavigableSet<String> FILES = new TreeSet<>(TABLE.list("files"));
    private static final Set<String> PUBLIC = TABLE.list("public");
    /// The end of a longer path tells what it is.
    private static final int LONGEST = 256;
    /// What stands before a star has to tell.
    private static final int TELLING = 3;
    private static final Pattern SAME = Pattern.compile("/(?:\\.?/)+");

    private SecretFiles() {}

    /// Whether an argument in small letters is such a file or names one: `f=@/etc/shadow`. One with blanks or an address is no file.
    static boolean isOne(String argument) {
        if (argument.indexOf(' ') >= 0 || isAddress(argument)) {
            return false;
        }
        var path = path(argument.substring(Math.max(0, argument.length() - LONGEST)));
        if (path.endsWith(".pub") || endsIn(PUBLIC, path)) {
            return false;
        }
        return endsIn(FILES, path) || hasFolder(path) || isPattern(path);
    }

    /// `https://host/.env`, `localhost:8080/.env`; `c:/…` is a file.
    private static boolean isAddress(String argument) {
        var colon = argument.indexOf(':');
        var slash = argument.indexOf('/');
        return colon > 1 && colon < slash && argument.lastIndexOf('@', slash) < 0 && !argument.contains("file://");
    }

    /// Without what stands before it, and without the type that a form gives it behind a semicolon.
    private static String path(String argument) {
        var type = argument.indexOf(';');
        var end = type < 0 ? argument.length() : type;
        while (end > 0 && argument.charAt(end - 1) == '/') {
            end--;
        }
        var begin = Math.max(argument.lastIndexOf('@', end - 1), argument.lastIndexOf('=', end - 1)) + 1;
        var path = argument.substring(begin, end);
        return path.contains("//") || path.contains("/./") ? SAME.matcher(path).replaceAll("/") : path;
    }

    /// `/etc/shado?`, `~/.net*`.
    private static boolean isPattern(String path) {
        var end = 0;
        while (end < path.length() && "?*[{".indexOf(path.charAt(end)) < 0) {
            end++;
        }
        if (end == path.length()) {
            return false;
        }
        var name = path.lastIndexOf('/', end - 1);
        var folder = path.lastIndexOf('/', name - 1);
        return begins(path.substring(name + 1, end)) || end - name > 1 && begins(path.substring(folder + 1, end));
    }

    private static boolean begins(String beginning) {
        var next = beginning.length() < TELLING ? null : FILES.ceiling(beginning);
        return next != null && next.startsWith(beginning);
    }

    /// Whether the last one to four parts of a path are on a list.
    private static boolean endsIn(Set<String> list, String path) {
        var slash = path.length();
        for (var parts = 0; parts < 4 && slash >= 0; parts++) {
            slash = path.lastIndexOf('/', slash - 1);
            if (list.contains(path.substring(slash + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasFolder(String path) {
        var begin = 0;
        while (begin <= path.length()) {
            var slash = path.indexOf('/', begin);
            var end = slash < 0 ? path.length() : slash;
            if (FOLDERS.contains(path.substring(begin, end))) {
                return true;
            }
            begin = end + 1;
        }
        return false;
    }
}
