/// What the gatekeeper does: it lets an instruction pass or refuses it, and keeps the registry of tenants.
@NullMarked
package dev.wingman.gatekeeper;

import org.jspecify.annotations.NullMarked;
