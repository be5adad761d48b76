package systems.voltaic.magnetiq.pages;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Language;

/**
 * One language of a page as its editors see it.
 *
 * @param path where visitors find it, or would
 * @param draft the revision that is being written
 */
public record Edition(
    UUID id,
    Language locale,
    String type,
    String state,
    String path,
    Instant publishAt,
    Instant unpublishAt,
    Integer publishedRevision,
    int draftRevision,
    long version,
    Instant changedAt,
    PageDraft draft) {

  /** What the audit keeps of it: the words are in the revisions. */
  record Trace(String state, String path, String title, int revision, long version) {}

  /** The schedule holds by itself, whatever was written down when it was made. */
  Edition at(Instant now) {
    boolean shown = state.equals("scheduled") || state.equals("published");
    if (!shown) {
      return this;
    }
    boolean over = unpublishAt != null && !now.isBefore(unpublishAt);
    String current = over ? "archived" : publishAt.isAfter(now) ? "scheduled" : "published";
    return new Edition(
        id,
        locale,
        type,
        current,
        path,
        publishAt,
        unpublishAt,
        publishedRevision,
        draftRevision,
        version,
        changedAt,
        draft);
  }

  @JsonIgnore
  boolean isLive() {
    return state.equals("published");
  }

  @JsonIgnore
  boolean wasPublished() {
    return publishedRevision != null;
  }

  /** Whether the draft was shown to somebody or kept by name, and so stays as it is. */
  @JsonIgnore
  boolean isDraftKept() {
    boolean published = wasPublished() && publishedRevision == draftRevision;
    return published || draft.name() != null;
  }

  Trace trace() {
    return new Trace(state, path, draft.title(), draftRevision, version);
  }
}
