package dev.wingman.auditor.domain;

import java.util.List;

/// All that a verdict rests on. The same evidence is always the same verdict.
///
/// @param uncheckable why parts of the claim could not be looked at
public record Evidence(List<Exhibit> exhibits, List<String> uncheckable) {

    public Evidence {
        exhibits = List.copyOf(exhibits);
        uncheckable = List.copyOf(uncheckable);
    }
}
