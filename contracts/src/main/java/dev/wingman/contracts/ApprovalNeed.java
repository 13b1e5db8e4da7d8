package dev.wingman.contracts;

/// Whether an instruction needs a yes: nobody's, the policy's own (on the record), or humans'.
public enum ApprovalNeed {
    NONE, AUTO, REQUIRED
}
