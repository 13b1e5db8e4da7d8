/// Who calls: tenant, subject, worker and roles, out of the token and nothing else.
@NullMarked
package dev.wingman.platform.identity;

import org.jspecify.annotations.NullMarked;
