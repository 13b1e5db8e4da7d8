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

    /// Without a mitigation, with a forced push and with a key in it.
    public static Instruction bad(Path report) {
        var whole = complete(report).text();
        return Instruction.markdown(whole.replaceAll("(?s)## Mitigation.*?(?=## Test process)", "")
                .replace("- A CSV export of the orders of October",
                        "- Run git push --force\n- Upload with the key " + KEY));
    }
}
