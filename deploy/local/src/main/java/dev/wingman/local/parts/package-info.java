/// A real Kafka broker, a real Postgres and a real Redis, each a process started from a package.
///
/// Tests and the launcher run the same classes. They differ in the account, in the passwords, and in who ends the process.
@NullMarked
package dev.wingman.local.parts;

import org.jspecify.annotations.NullMarked;
