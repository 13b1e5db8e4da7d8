package dev.wingman.notifier.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.wingman.contracts.ApprovalDecided;
import dev.wingman.contracts.Identifier;

/// How far an approval has come.
///
/// @param yes who said yes so far
/// @param ending absent while it is open
/// @param notes what became of it afterwards, a sentence each
/// @param told how often it was told again
public record Progress(List<Identifier> yes, Optional<Ending> ending, List<String> notes, int told) {

    private static final int MOST_NOTES = 8;

    /// How it was decided.
    public record Ending(ApprovalDecided.Decision decision, ApprovalDecided.By by, List<Identifier> deciders,
            Optional<String> reason) {

        /// Such as "Granted by olga, otto".
        public String said() {
            var verb = switch (decision) {
                case GRANTED -> "Granted";
                case DENIED -> "Denied";
                case EXPIRED -> "Expired";
                case REVOKED -> "Revoked";
            };
            var names = String.join(", ", deciders.stream().map(Identifier::value).toList());
            return switch (by) {
                case HUMANS -> verb + (names.isEmpty() ? "" : " by " + names);
                case POLICY -> decision == ApprovalDecided.Decision.EXPIRED ? verb : verb + " by policy";
            };
        }
    }

    public Progress {
        yes = List.copyOf(yes);
        notes = List.copyOf(notes);
    }

    public static Progress fresh() {
        return new Progress(List.of(), Optional.empty(), List.of(), 0);
    }

    public Progress approvedBy(Identifier operator) {
        var all = new ArrayList<>(yes);
        if (!all.contains(operator)) {
            all.add(operator);
        }
        return new Progress(all, ending, notes, told);
    }

    public Progress ended(ApprovalDecided decided) {
        return new Progress(yes, Optional.of(
                new Ending(decided.decision(), decided.by(), decided.deciders(), decided.reason())), notes, told);
    }

    public Progress noted(String note) {
        var all = new ArrayList<>(notes);
        if (!all.contains(note)) {
            all.add(note);
        }
        return new Progress(yes, ending, all.subList(Math.max(0, all.size() - MOST_NOTES), all.size()), told);
    }

    public Progress toldAgain(int times) {
        return new Progress(yes, ending, notes, times);
    }
}
