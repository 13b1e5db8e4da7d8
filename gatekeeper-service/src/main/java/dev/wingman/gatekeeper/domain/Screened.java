package dev.wingman.gatekeeper.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.wingman.contracts.Action;
import dev.wingman.contracts.Violation;
import dev.wingman.screening.FingerprintKey;
import dev.wingman.screening.Place;
import dev.wingman.screening.Screening;

/// Forbidden actions and secrets, in every text of a draft. A violation names kind, place and fingerprint, never the thing itself.
record Screened(Screening screening, FingerprintKey key) {

    List<Violation> faults(Draft draft) {
        var found = new ArrayList<dev.wingman.screening.Violation>();
        draft.document().ifPresentOrElse(text -> screen(text, Place.document(), found), () -> {
            draft.title().ifPresent(title -> screen(title.text(), Place.at(title.pointer()), found));
            draft.site().ifPresent(site -> screen(site.text(), Place.at(site.pointer()), found));
            draft.points().values().forEach(passages -> point(passages, found));
        });
        draft.further().forEach(
                more -> found.addAll(screening.secrets(more.text(), Place.at(more.pointer()), key)));
        if (draft.action() instanceof Action.Command command) {
            found.addAll(screening.forbidden(command.argv(), draft.actionPointer() + "/argv"));
        }
        return found.stream().map(each -> new Violation(each.rule(), place(draft, each.pointer()), each.message()))
                .distinct().toList();
    }

    /// Each text by itself, so that no other excuses it, and all of them line by line, so that nothing hides by being cut into several.
    private void point(List<Passage> passages, List<dev.wingman.screening.Violation> found) {
        passages.forEach(passage -> screen(passage.text(), Place.at(passage.pointer()), found));
        if (passages.size() > 1) {
            var whole = new ArrayList<dev.wingman.screening.Violation>();
            screen(passages.stream().map(Passage::text).collect(Collectors.joining("\n")), Place.document(), whole);
            whole.forEach(each -> found.add(at(passages, each)));
        }
    }

    private static dev.wingman.screening.Violation at(List<Passage> passages,
            dev.wingman.screening.Violation violation) {
        var begin = 0;
        for (var passage : passages) {
            var end = begin + passage.text().length();
            if (violation.start() <= end) {
                return new dev.wingman.screening.Violation(violation.rule(), passage.pointer(),
                        violation.start() - begin, Math.min(violation.end(), end) - begin, violation.message());
            }
            begin = end + 1;
        }
        throw new IllegalStateException("a violation stands behind the text");
    }

    /// In a text there is nothing below a line and column.
    private static String place(Draft draft, String pointer) {
        return draft.document().isPresent() && pointer.startsWith(draft.actionPointer() + "/")
                ? draft.actionPointer()
                : pointer;
    }

    private void screen(String text, Place place, List<dev.wingman.screening.Violation> found) {
        found.addAll(screening.forbidden(text, place));
        found.addAll(screening.secrets(text, place, key));
    }
}
