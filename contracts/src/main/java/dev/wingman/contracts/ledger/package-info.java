/// The ledger's mathematics, shared by the service that keeps it and by everybody who checks it offline: RFC 6962 trees, C2SP signed notes, exports.
@NullMarked
package dev.wingman.contracts.ledger;

import org.jspecify.annotations.NullMarked;
