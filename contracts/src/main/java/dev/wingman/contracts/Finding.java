package dev.wingman.contracts;

import java.util.List;

/// What the auditor found of one predicate.
///
/// @param cause why, in words for people, such as "nothing there"; never what the file holds
/// @param witnesses who looked: the probe and its site, such as `file@local`
public record Finding(Predicate predicate, Verdict verdict, String cause, List<String> witnesses) {}
