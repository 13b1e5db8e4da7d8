package dev.wingman.auditor.domain;

import java.util.List;

import dev.wingman.contracts.Finding;
import dev.wingman.contracts.Verdict;

/// One verdict, the sentence that explains it, and what it rests on.
public record Judgement(Verdict verdict, String cause, List<Finding> findings) {}
