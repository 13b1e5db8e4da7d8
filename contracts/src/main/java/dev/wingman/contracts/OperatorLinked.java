package dev.wingman.contracts;

/// From now on this Telegram user is that operator.
public record OperatorLinked(Identifier operator, long telegramUser) implements Event {}
