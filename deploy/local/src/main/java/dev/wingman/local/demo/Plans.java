package dev.wingman.local.demo;

import java.nio.file.Path;

import dev.wingman.client.Instruction;

/// The instructions that the story's workers submit.
public final class Plans {

    /// Looks like an AWS key and opens nothing; in two pieces, so that no scanner of ours or of others stops at this file.
    public static final String KEY = "AKIA" + "Q7RZLM4TWVX2NHYB";

    private Plans() {}

    /// All ten points, and a criterion that can be checked.
    public static Instruction complete(Path report) {
        return Instruction.markdown("""
                # Export the orders
                ## Deliverables
                - A CSV export of the orders of October
                ## Success criteria
                - The file %s exists
                ## Boundaries
                Only the folder of the exports
                ## Dependencies
                The nightly copy of the orders
                ## Mitigation
                The export stands beside the old one and can be dismissed
                ## Test process
                Count the lines and compare them with the copy
                ## Test results format
                One line with both counts
                ## Resource requirements
                One core, 200 MB
                ## Risk assessment
                Low: it reads alone
                ## Quality metrics
                Both counts are equal
                """.formatted(report));
    }

    /// A drill of a container.
    public static Instruction drill(String container) {
        return acting("Drill: bring " + container + " back",
                "{\"type\":\"drill\",\"containers\":[\"%s\"]}".formatted(container), "low");
    }

    /// A command that needs a human: its risk is high by the worker's own word.
    public static Instruction command(Path folder) {
        return acting("Rotate the logs of the export",
                "{\"type\":\"command\",\"argv\":[\"logrotate\",\"orders.conf\"],\"cwd\":\"%s\"}".formatted(folder),
                "high");
    }

    private static Instruction acting(String title, String action, String risk) {
        return Instruction.json("""
                {"title": "%s", "deliverables": ["The service answers again"],
                 "success_criteria": ["Its page answers as before"],
                 "boundaries": "Nothing but what is named", "dependencies": "The image that it runs from",
                 "mitigation": "The recorded definition brings it back",
                 "test_process": "Ask for its page before and after", "test_results_format": "One line",
                 "resource_requirements": "One core", "quality_metrics": "It answers within a minute",
                 "risk_assessment": {"level": "%s", "reason": "It is away for seconds"}, "action": %s}
                """.formatted(title, risk, action));
    }

    /// Without a mitigation, with a forced push and with a key in it.
    public static Instruction bad(Path report) {
        var whole = complete(report).text();
        return Instruction.markdown(whole.replaceAll("(?s)## Mitigation.*?(?=## Test process)", "")
                .replace("- A CSV export of the orders of October",
                        "- Run git push --force\n- Upload with the key " + KEY));
    }
}
