package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import systems.voltaic.magnetiq.csv.Csv;
import systems.voltaic.magnetiq.db.Paging;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;

/** People over HTTP. */
final class PersonRoutes implements Routes {

  private static final int PAGE = 20;
  private static final String LINES = "application/jsonl";

  private record Email(String email) {}

  private final People people;
  private final PersonActs acts;
  private final Purge purge;

  PersonRoutes(People people, PersonActs acts, Purge purge) {
    this.people = people;
    this.acts = acts;
    this.purge = purge;
  }

  @Override
  public void mount(Api api) {
    api.on("listPeople", this::list)
        .on("exportPeople", this::export)
        .on("getPeopleStatistics", call -> people.statistics(call.caller()).map(Answer::ok))
        .on("invitePerson", this::invite)
        .on("getPerson", this::get)
        .on("updatePerson", this::update)
        .on("reinvitePerson", this::reinvite)
        .on("activatePerson", call -> perform(call, Act.ACTIVATE))
        .on("deactivatePerson", call -> perform(call, Act.DEACTIVATE))
        .on("deletePerson", call -> perform(call, Act.DELETE))
        .on("restorePerson", call -> perform(call, Act.RESTORE))
        .on("signOutPerson", this::signOut)
        .on("resetPersonFactors", this::resetFactors)
        .on("purgePerson", this::purge)
        .on("changePeople", this::changeAll);
  }

  private Future<Answer> list(Call call) {
    var order = PersonOrder.of(call.query("sort").orElse(PersonOrder.DEFAULT));
    var paging = Paging.of(call.query("limit", PAGE), call.query("cursor"));
    return people.list(call.caller(), query(call), order, paging).map(Answer::ok);
  }

  static People.Query query(Call call) {
    Optional<Person.State> state = call.query("state").map(Person.State::of);
    return new People.Query(state, call.query("role"), call.query("q"));
  }

  private Future<Answer> export(Call call) {
    boolean lines = call.header("accept").orElse("").contains(LINES);
    return people
        .export(call.caller(), query(call), !lines)
        .map(
            export ->
                lines
                    ? Answer.file(LINES, "people.jsonl", export)
                    : Answer.file(Csv.TYPE, "people.csv", export));
  }

  /** Names and addresses are not kept for repeats. */
  private Future<Answer> invite(Call call) {
    return people
        .invite(call.caller(), call.body(Person.Draft.class))
        .map(made -> Answer.created("/api/v1/people/" + made.id(), made).version(made.version()))
        .map(Answer::secret);
  }

  private Future<Answer> get(Call call) {
    return people.byId(call.caller(), call.pathId("id")).map(PersonRoutes::whole);
  }

  private Future<Answer> update(Call call) {
    var patch = call.body(Person.Patch.class);
    return people
        .update(call.caller(), call.pathId("id"), patch, call.ifMatch().orElseThrow())
        .map(PersonRoutes::whole);
  }

  private Future<Answer> reinvite(Call call) {
    return people.reinvite(call.caller(), call.pathId("id")).map(done -> Answer.accepted(Map.of()));
  }

  private Future<Answer> perform(Call call, Act act) {
    return acts.perform(call.caller(), call.pathId("id"), act, call.ifMatch())
        .map(PersonRoutes::whole);
  }

  private Future<Answer> signOut(Call call) {
    return acts.signOut(call.caller(), call.pathId("id"))
        .map(ended -> Answer.ok(Map.of("ended", ended)));
  }

  private Future<Answer> resetFactors(Call call) {
    return acts.resetFactors(call.caller(), call.pathId("id")).map(PersonRoutes::whole);
  }

  private Future<Answer> purge(Call call) {
    return purge
        .purge(call.caller(), call.pathId("id"), call.body(Email.class).email())
        .map(done -> Answer.noContent());
  }

  private Future<Answer> changeAll(Call call) {
    return acts.performAll(call.caller(), call.body(Act.Order.class)).map(Answer::ok);
  }

  private static Answer whole(Person person) {
    return Answer.ok(person).version(person.version());
  }
}
