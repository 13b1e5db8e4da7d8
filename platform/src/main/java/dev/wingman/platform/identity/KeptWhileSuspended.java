package dev.wingman.platform.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A call that the operators of a suspended tenant keep, and nobody else of it: what a drill stopped must come back, and it takes
/// a human's answer. Every other call is refused.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface KeptWhileSuspended {}
