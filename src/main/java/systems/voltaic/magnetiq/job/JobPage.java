package systems.voltaic.magnetiq.job;

import java.util.List;

/** One page of a list; the total is exact up to 10,000. */
public record JobPage(List<Job> items, String nextCursor, long total) {}
