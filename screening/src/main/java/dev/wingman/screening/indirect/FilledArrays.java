package dev.wingman.screening.indirect;

import java.util.Set;

import dev.wingman.screening.shell.Words;

/// A command that an array holds which was read from a file: `mapfile -t a < steps; ${a[0]}`. What it does cannot be read.
public final class FilledArrays {
    private static final Set<String> FILLING = Set.of("mapfile", "readarray");
    private static final int REACH = 64;

    private FilledArrays() {}

    /// Whether a word is an element of an array that a command near by filled.
    public static boolean isFilled(Words words, int index) {
        var text = words.get(index).text();
        var bracket = text.indexOf('[');
        if (!text.startsWith("${") || bracket < 3) {
            return false;
        }
        var name = text.substring(2, bracket);
        for (var i = index - 1; i >= 0 && i > index - REACH; i--) {
            if (FILLING.contains(words.get(i).program())) {
                return isNamed(words, i, Math.min(index, words.commandEnd(i)), name);
            }
        }
        return false;
    }

    private static boolean isNamed(Words words, int filling, int end, String name) {
        for (var i = filling + 1; i < end; i++) {
            if (words.get(i).text().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
