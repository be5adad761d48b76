package systems.voltaic.magnetiq.site.render;

/** A page as the components wrote it. */
public record Rendered(String language, String head, String body) {}
