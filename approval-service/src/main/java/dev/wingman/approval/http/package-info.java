/// Approvals, releases and operators over HTTP.
@NullMarked
package dev.wingman.approval.http;

import org.jspecify.annotations.NullMarked;
