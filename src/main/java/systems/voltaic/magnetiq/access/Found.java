package systems.voltaic.magnetiq.access;

/**
 * Something that a search over everything found.
 *
 * @param kind page, person, setting, webhook, role or key
 * @param href where the admin shows it; of a page, where visitors see it
 */
public record Found(String kind, String id, String title, String detail, String href) {}
