package systems.voltaic.magnetiq.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import systems.voltaic.magnetiq.cache.FinishedAnswers.Match;

/** Finds what is registered for a path: whole paths by one look, those with parameters in order. */
final class PublicPaths {

  private record Template(PublicAnswer answer, String start, List<String> segments) {

    static Template of(PublicAnswer answer) {
      String route = answer.route();
      return new Template(
          answer, route.substring(0, route.indexOf('{')), List.of(route.split("/", -1)));
    }
  }

  private final Map<String, Match> whole = new HashMap<>();
  private final List<Template> templates = new ArrayList<>();

  void add(PublicAnswer answer) {
    if (answer.route().indexOf('{') < 0) {
      whole.put(answer.route(), match(answer, answer.route(), List.of()));
    } else {
      templates.add(Template.of(answer));
    }
  }

  Match find(String path) {
    Match match = whole.get(path);
    return match != null || templates.isEmpty() ? match : match(path);
  }

  private Match match(String path) {
    for (Template template : templates) {
      List<String> values =
          path.startsWith(template.start())
              ? values(template.segments(), List.of(path.split("/", -1)))
              : null;
      if (values != null && template.answer().takes().test(values)) {
        return match(template.answer(), path, values);
      }
    }
    return null;
  }

  private static Match match(PublicAnswer answer, String path, List<String> values) {
    var subject = new Subject(path, answer.tags().apply(values));
    return new Match(answer.route(), answer.policy(), subject, () -> answer.origin().apply(values));
  }

  private static List<String> values(List<String> template, List<String> path) {
    if (template.size() != path.size()) {
      return null;
    }
    List<String> values = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      if (template.get(i).startsWith("{")) {
        values.add(path.get(i));
      } else if (!template.get(i).equals(path.get(i))) {
        return null;
      }
    }
    return values;
  }
}
