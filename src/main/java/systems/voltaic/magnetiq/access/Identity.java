package systems.voltaic.magnetiq.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The person behind a call.
 *
 * @param session empty when an API key of the person calls
 * @param rank of the highest role: nobody manages an equal or higher one
 * @param authenticatedAt when the person last proved who it is; dangerous acts ask for a recent one
 */
public record Identity(UUID person, Optional<UUID> session, int rank, Instant authenticatedAt) {}
