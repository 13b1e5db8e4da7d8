/// Reads an instruction that was written as text: headings, points and their places.
@NullMarked
package dev.wingman.gatekeeper.document;

import org.jspecify.annotations.NullMarked;
