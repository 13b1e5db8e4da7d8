/// The manners of every HTTP call: strict JSON in, RFC 9457 problem details out, an `X-Request-Id` on each answer, idempotency keys.
@NullMarked
package dev.wingman.platform.http;

import org.jspecify.annotations.NullMarked;
