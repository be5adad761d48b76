package systems.voltaic.magnetiq.site;

import java.util.function.BooleanSupplier;
import java.util.function.Function;
import systems.voltaic.magnetiq.access.Language;

/** Whether the site is closed to visitors, and what it tells them. */
public record Maintenance(BooleanSupplier on, Function<Language, String> message) {}
