package systems.voltaic.magnetiq.db;

import java.util.List;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; null on the last
 * @param total exact up to 10,000
 */
public record Page<T>(List<T> items, String nextCursor, long total) {}
