package dev.wingman.screening.boundaries.forms;

import java.util.ArrayList;
import java.util.List;

/// What the sentence around a command says of it.
public final class Sayings {
    private final int behind;
    private boolean bans;
    private boolean demands;
    private final List<Integer> mentions = new ArrayList<>();

    /// @param behind the word behind the command
    Sayings(int behind) {
        this.behind = behind;
    }

    /// A clause ends before a word.
    void end(int index, Automaton.Reading reading) {
        bans = bans || reading.accepts(Kind.BAN);
        demands = demands || reading.accepts(Kind.DEMAND);
        if (reading.accepts(Kind.MENTION)) {
            mentions.add(index);
        }
    }

    /// The word behind the command.
    public int behind() {
        return behind;
    }

    /// Whether it rules the command out.
    public boolean bans() {
        return bans;
    }

    /// Whether it asks for the command, whatever else it says.
    public boolean demands() {
        return demands;
    }

    /// Before which words it ends, each time that it only names the command up to there.
    public List<Integer> mentions() {
        return List.copyOf(mentions);
    }
}
