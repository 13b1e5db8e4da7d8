/// How a claim is read and judged: values in, values out.
@NullMarked
package dev.wingman.auditor.domain;

import org.jspecify.annotations.NullMarked;
