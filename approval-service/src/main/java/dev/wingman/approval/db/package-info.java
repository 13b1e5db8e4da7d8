/// What is remembered, in Postgres: one row an approval.
@NullMarked
package dev.wingman.approval.db;

import org.jspecify.annotations.NullMarked;
