package dev.wingman.screening.sql;

import java.util.Set;

import dev.wingman.screening.actions.Lexicon;

/// The lists of `statements.tsv`.
final class Statements {

    private static final Lexicon LISTS = Lexicon.beside(Statements.class, "statements.tsv");

    private Statements() {}

    static Set<String> list(String name) {
        return LISTS.list(name);
    }
}
