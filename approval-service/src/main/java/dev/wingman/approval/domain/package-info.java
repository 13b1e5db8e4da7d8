/// The rules of approval: who may vote, what counts, what a yes becomes, and when it is over. Values in, values out.
@NullMarked
package dev.wingman.approval.domain;

import org.jspecify.annotations.NullMarked;
