package systems.voltaic.magnetiq.pages;

/** What search engines are told; what is null follows from the page. */
public record Seo(String title, String description, Boolean noindex) {

  static final Seo NONE = new Seo(null, null, null);

  /** Nothing left open. */
  Seo whole(String pageTitle, String excerpt) {
    return new Seo(
        title == null ? pageTitle : title,
        description == null ? excerpt : description,
        Boolean.TRUE.equals(noindex));
  }
}
