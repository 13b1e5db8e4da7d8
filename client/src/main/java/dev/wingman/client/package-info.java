/// The Java SDK: typed calls, and answers that are values. What a service may refuse is a [Reply.No], not an exception.
@NullMarked
package dev.wingman.client;

import org.jspecify.annotations.NullMarked;
