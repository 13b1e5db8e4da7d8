package dev.wingman.gatekeeper.domain;

import java.util.ArrayList;
import java.util.List;

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
            draft.points().values().forEach(passages -> passages
                    .forEach(passage -> screen(passage.text(), Place.at(passage.pointer()), found)));
        });
        draft.further().forEach(
                more -> found.addAll(screening.secrets(more.text(), Place.at(more.pointer()), key)));
        if (draft.action() instanceof Action.Command command) {
            found.addAll(screening.forbidden(command.argv(), draft.actionPointer() + "/argv"));
        }
        return found.stream().map(each -> new Violation(each.rule(), place(draft, each.pointer()), each.message()))
                .toList();
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
