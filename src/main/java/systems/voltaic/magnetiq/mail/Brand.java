package systems.voltaic.magnetiq.mail;

/** Whose mail it is and where they live. */
public record Brand(String name, String url) {}
