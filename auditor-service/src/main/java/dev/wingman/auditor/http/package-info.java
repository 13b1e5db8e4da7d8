/// The auditor's calls: look up a verdict, verify a claim now.
@NullMarked
package dev.wingman.auditor.http;

import org.jspecify.annotations.NullMarked;
