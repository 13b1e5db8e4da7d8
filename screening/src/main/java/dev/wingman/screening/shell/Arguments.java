package dev.wingman.screening.shell;

import java.util.ArrayList;
import java.util.List;

/// What a script is given as `$0`, `$1` and so on.
public final class Arguments {
    private static final int MOST = 16;
    private static final int REACH = 64;

    private Arguments() {}

    /// What stands behind the script of a `sh -c`, as far as its command goes.
    public static List<String> behind(Words words, int script) {
        var given = new ArrayList<String>();
        for (var i = script + 1; i < words.commandEnd(script) && given.size() < MOST; i++) {
            if (words.get(i).redirect() == ' ') {
                given.add(words.get(i).text());
            }
        }
        return given;
    }

    /// What the last `set -- …` or `set word …` near by made of them, with `$0` before it; none when there is none.
    static List<String> set(List<Word> words) {
        for (var i = words.size() - 1; i >= 0 && i > words.size() - REACH; i--) {
            if (words.get(i).begins() && words.get(i).text().equals("set")) {
                return from(words, i + 1);
            }
        }
        return List.of();
    }

    private static List<String> from(List<Word> words, int first) {
        var options = first < words.size() && words.get(first).isFlag() && !words.get(first).text().equals("--");
        var given = new ArrayList<>(List.of("$0"));
        for (var i = first; i < words.size() && !words.get(i).begins() && given.size() < MOST; i++) {
            if (!words.get(i).text().equals("--")) {
                given.add(words.get(i).text());
            }
        }
        return options || given.size() == 1 ? List.of() : given;
    }
}
