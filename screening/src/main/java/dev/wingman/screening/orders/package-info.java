/// Forbidden actions asked for in plain words, without a command: which words make an order is told by grammar here, and which orders
/// are meant by the tables `orders.tsv` and, for other languages than English, `tongues.tsv`.
@NullMarked
package dev.wingman.screening.orders;

import org.jspecify.annotations.NullMarked;
