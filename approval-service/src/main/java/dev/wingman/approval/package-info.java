/// Opens, counts, expires, decides and redeems approvals. It runs and is healthy; nothing asks for an approval yet.
@NullMarked
package dev.wingman.approval;

import org.jspecify.annotations.NullMarked;
