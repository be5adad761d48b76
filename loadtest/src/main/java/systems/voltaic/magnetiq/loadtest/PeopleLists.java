package systems.voltaic.magnetiq.loadtest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Lists of a hundred thousand people in every order, by every filter, through the whole API. */
final class PeopleLists {

  private static final int PEOPLE = 100_000;
  private static final List<String> SORTS = List.of("name", "email", "created", "lastLogin");
  private static final List<String> STATES = List.of("", "&state=active", "&state=deleted");
  private static final List<String> ROLES =
      List.of("", "&role=viewer", "&role=admin", "&role=super_admin");
  private static final List<String> WORDS =
      List.of("", "&q=person", "&q=maker42", "&q=a", "&q=p123%40people");

  private final Rig rig;
  private final Profile profile;

  PeopleLists(Rig rig, Profile profile) {
    this.rig = rig;
    this.profile = profile;
  }

  Figure p95() throws Exception {
    Instance instance = rig.instance();
    rig.only(1);
    rig.postgres().script("fill-people.sql", "people=" + PEOPLE);
    var lists = lists().toList();
    var samples = new ArrayList<Double>();
    run(instance, lists);
    for (int i = 0; i < profile.pairs(); i++) {
      samples.add(run(instance, lists));
    }
    return Figure.most("P19P", "lists of 100,000 people, 95th percentile", " ms", 100, 50, samples)
        .with("questions a sample", lists.size() + "");
  }

  private static Stream<String> lists() {
    return SORTS.stream()
        .flatMap(sort -> Stream.of(sort, "-" + sort))
        .map(sort -> "/api/v1/people?sort=" + sort)
        .flatMap(path -> STATES.stream().map(path::concat))
        .flatMap(path -> ROLES.stream().map(path::concat))
        .flatMap(path -> WORDS.stream().map(path::concat));
  }

  private static double run(Instance instance, List<String> lists) throws Exception {
    var took = new ArrayList<Double>();
    for (String list : lists) {
      long began = System.nanoTime();
      int status = Http.get(instance.url(list)).statusCode();
      if (status != 200) {
        throw new Unusable(list + " answered " + status);
      }
      took.add((System.nanoTime() - began) / 1e6);
    }
    Collections.sort(took);
    return took.get((int) (took.size() * 0.95));
  }
}
