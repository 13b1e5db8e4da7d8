package dev.wingman.screening.forbidden;

import java.util.Set;

import dev.wingman.screening.actions.Lexicon;

/// The lists of `programs.tsv`.
final class Programs {

    private static final Lexicon LISTS = Lexicon.beside(Programs.class, "programs.tsv");

    private Programs() {}

    static Set<String> list(String name) {
        return LISTS.list(name);
    }
}
