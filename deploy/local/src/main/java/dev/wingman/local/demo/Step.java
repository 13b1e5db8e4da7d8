package dev.wingman.local.demo;

import java.time.Duration;

/// What a step of the story should show, and what it showed.
///
/// @param part of the story, from 1
public record Step(int part, String what, String expected, String seen, Duration took) {

    public boolean asExpected() {
        return seen.equals(expected);
    }
}
