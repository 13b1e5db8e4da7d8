/// Opens, counts, expires, decides and redeems approvals; signs the grant; knows which Telegram user is which operator.
@NullMarked
package dev.wingman.approval;

import org.jspecify.annotations.NullMarked;
