/// Forbidden actions asked for in plain English, without a command: which words make an order is told by grammar here, and which orders
/// are meant by the table `orders.tsv`.
@NullMarked
package dev.wingman.screening.orders;

import org.jspecify.annotations.NullMarked;
