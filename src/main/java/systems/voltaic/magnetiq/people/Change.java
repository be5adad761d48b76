package systems.voltaic.magnetiq.people;

import java.util.ArrayList;
import java.util.List;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.people.login.PersonName;

/**
 * What a person is called and how it is spoken to, after a change.
 *
 * @param fields the names of those that differ from before
 */
record Change(String name, Language language, String zone, List<String> fields) {

  /** Null is what stays. */
  static Change of(Person now, String name, Language language, String zone) {
    String newName = name == null ? now.name() : PersonName.of(name);
    Language newLanguage = language == null ? now.language() : language;
    String newZone = zone == null ? now.zone() : Wrong.zone(zone);
    var fields = new ArrayList<String>();
    note(fields, "language", now.language(), newLanguage);
    note(fields, "name", now.name(), newName);
    note(fields, "zone", now.zone(), newZone);
    return new Change(newName, newLanguage, newZone, List.copyOf(fields));
  }

  private static void note(List<String> fields, String field, Object before, Object after) {
    if (!before.equals(after)) {
      fields.add(field);
    }
  }
}
