package systems.voltaic.magnetiq.people.session;

import java.time.Instant;
import java.util.UUID;

/** What an access token says. */
record Claims(UUID person, UUID session, Instant issuedAt, Instant expiresAt) {}
