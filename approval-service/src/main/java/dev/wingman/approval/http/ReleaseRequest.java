package dev.wingman.approval.http;

import dev.wingman.contracts.Identifier;

/// The body of a release.
record ReleaseRequest(String worker, String reason) {

    ReleaseRequest {
        if (worker == null || !Identifier.isValid(worker)) {
            throw new IllegalArgumentException("worker matches [a-z0-9][a-z0-9._-]{0,62}");
        }
        if (reason == null) {
            throw new IllegalArgumentException("reason is a text");
        }
    }
}
