package systems.voltaic.magnetiq.people.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** Who is signed in, as the person sees it. */
public record Me(
    UUID id,
    String email,
    String name,
    String language,
    String zone,
    JsonNode roles,
    int rank,
    Collection<String> permissions,
    SecondFactor secondFactor,
    boolean hasPassword,
    boolean hasAvatar,
    Instant authenticatedAt,
    int idleMinutes,
    long version) {

  public record SecondFactor(boolean required, boolean enrolled) {}
}
