package dev.wingman.contracts;

import java.util.List;

/// The ten points that every instruction must have, each a list of paragraphs or items with real content.
public record TenPoints(List<String> deliverables, List<String> successCriteria, List<String> boundaries,
        List<String> dependencies, List<String> mitigation, List<String> testProcess, List<String> testResultsFormat,
        List<String> resourceRequirements, List<String> riskAssessment, List<String> qualityMetrics) {}
