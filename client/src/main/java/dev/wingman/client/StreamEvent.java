package dev.wingman.client;

import com.fasterxml.jackson.databind.JsonNode;

/// One event of the live view.
///
/// @param id where to resume
/// @param type the event's type, such as `verdict-reached`
/// @param data the event
public record StreamEvent(String id, String type, JsonNode data) {}
