package dev.wingman.approval.domain;

/// Where an approval stands. Only PENDING and GRANTED may still move.
public enum State {
    PENDING, GRANTED, DENIED, EXPIRED, REVOKED, USED
}
