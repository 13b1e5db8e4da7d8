package dev.wingman.client.cli;

import java.util.List;

import dev.wingman.contracts.Violation;
import dev.wingman.screening.Place;
import dev.wingman.screening.Screening;

/// Where the user's file holds secrets, as far as screening finds them here or the answer names them: the service may know more rules.
///
/// @param found in the whole text, by their offsets; one may go over several lines
/// @param refused places that the answer names: JSON pointers or, in text, `line:column`
record Secrets(List<dev.wingman.screening.Violation> found, List<String> refused) {

    static Secrets of(String text, List<Violation> refused) {
        return new Secrets(in(text), refused.stream().filter(fault -> fault.rule().startsWith("secret/"))
                .map(Violation::pointer).toList());
    }

    boolean standIn(Line line) {
        return found.stream().anyMatch(secret -> secret.start() < line.end() && line.start() < secret.end())
                || refused.stream().anyMatch(place -> place.startsWith(line.number() + ":"))
                || !in(line.text()).isEmpty();
    }

    /// A list's secret may be told of the whole list, an object's of a text in it.
    boolean standIn(String pointer, String value) {
        return !value.isEmpty() && (refused.stream().anyMatch(place -> isWithin(place, pointer)
                || isWithin(pointer, place)) || !in(value).isEmpty());
    }

    private static boolean isWithin(String inner, String outer) {
        return (inner + "/").startsWith(outer + "/");
    }

    private static List<dev.wingman.screening.Violation> in(String text) {
        return Screening.standard().secrets(text, Place.document());
    }
}
