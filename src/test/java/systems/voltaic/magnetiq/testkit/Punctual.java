package systems.voltaic.magnetiq.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * Holds the platform to times, and waits more than it works: such classes run after all others, so
 * that nothing keeps them waiting but each other.
 */
@Tag("punctual")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Punctual {}
