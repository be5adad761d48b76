package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A page as lists show it.
 *
 * @param path as in the address bar
 */
public record PageSummary(
    UUID id,
    String type,
    String path,
    String title,
    String excerpt,
    Instant publishedAt,
    List<String> tags,
    String author,
    Integer readingMinutes,
    JsonNode picture) {}
