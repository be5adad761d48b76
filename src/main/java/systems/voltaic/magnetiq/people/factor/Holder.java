package systems.voltaic.magnetiq.people.factor;

import java.util.UUID;
import systems.voltaic.magnetiq.access.Language;

/** Whose factors they are. */
record Holder(
    UUID id, String email, String name, Language language, boolean active, Standing standing) {}
