/// The rules of approval, a sentence each.
@NullMarked
package dev.wingman.approval.domain;

import org.jspecify.annotations.NullMarked;
