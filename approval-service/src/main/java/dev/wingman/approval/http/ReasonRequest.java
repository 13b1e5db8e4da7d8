package dev.wingman.approval.http;

/// The body of a revocation.
record ReasonRequest(String reason) {

    ReasonRequest {
        if (reason == null) {
            throw new IllegalArgumentException("reason is a text");
        }
    }
}
