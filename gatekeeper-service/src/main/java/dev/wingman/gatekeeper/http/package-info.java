/// The calls of workers and admins.
@NullMarked
package dev.wingman.gatekeeper.http;

import org.jspecify.annotations.NullMarked;
