/// The registry and the read copy in Postgres.
@NullMarked
package dev.wingman.gatekeeper.db;

import org.jspecify.annotations.NullMarked;
