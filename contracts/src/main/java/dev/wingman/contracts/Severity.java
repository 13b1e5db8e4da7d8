package dev.wingman.contracts;

/// How loud an alert is; in rising order.
public enum Severity {
    INFO, WARNING, HIGH, CRITICAL
}
