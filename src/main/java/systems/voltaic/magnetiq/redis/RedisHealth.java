package systems.voltaic.magnetiq.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How Redis is.
 *
 * @param since when it became so
 * @param latency of the last heartbeat that was answered
 * @param version as far as the server was ever reached
 * @param problem one sentence for the operator while it is down
 */
public record RedisHealth(
    boolean up,
    Instant since,
    Duration latency,
    Optional<String> version,
    Optional<String> problem) {}
