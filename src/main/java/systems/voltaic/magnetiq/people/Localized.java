package systems.voltaic.magnetiq.people;

/** A text in English, and in German where somebody translated it. */
public record Localized(String en, String de) {}
