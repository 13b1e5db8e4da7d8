package dev.wingman.platform.limits;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.ws.rs.NameBinding;

/// A call that counts against its caller's and its tenant's rate, together with all calls of its kind.
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Limited {

    /// The kind. The filter that is bound by this annotation names none.
    Calls value() default Calls.INSTRUCTIONS;
}
