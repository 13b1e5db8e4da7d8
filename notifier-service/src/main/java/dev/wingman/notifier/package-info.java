/// Telegram out and in. Alerts go to a tenant's chats: queued in the database, in order within a tenant, retried until Telegram has them.
@NullMarked
package dev.wingman.notifier;

import org.jspecify.annotations.NullMarked;
