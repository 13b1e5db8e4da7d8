/// Verdicts, evidence, sightings, first looks and criteria in the auditor's own schema.
@NullMarked
package dev.wingman.auditor.db;

import org.jspecify.annotations.NullMarked;
