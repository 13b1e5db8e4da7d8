/// Statements of SQL and its kin that lose rows, tables or the guards of a database.
@NullMarked
package dev.wingman.screening.sql;

import org.jspecify.annotations.NullMarked;
