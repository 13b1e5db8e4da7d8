package dev.wingman.gatekeeper.domain.risk;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Beginnings of words, found by their first letter: nearly all words of a text begin none.
final class Stems {

    private final Map<Character, Set<String>> byLetter;

    Stems(Set<String> stems) {
        byLetter = stems.stream()
                .collect(Collectors.groupingBy(stem -> stem.charAt(0), Collectors.toUnmodifiableSet()));
    }

    boolean begin(String word) {
        for (var stem : byLetter.getOrDefault(word.charAt(0), Set.of())) {
            if (word.startsWith(stem)) {
                return true;
            }
        }
        return false;
    }
}
