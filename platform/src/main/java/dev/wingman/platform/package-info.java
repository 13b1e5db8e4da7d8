/// Quarkus plumbing that every service needs and that holds no rule of the domain. One way to do each thing: events in and out in
/// [dev.wingman.platform.events], who calls in [dev.wingman.platform.identity], problem details in [dev.wingman.platform.http], honest health in [dev.wingman.platform.health].
@NullMarked
package dev.wingman.platform;

import org.jspecify.annotations.NullMarked;
