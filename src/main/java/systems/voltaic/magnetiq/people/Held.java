package systems.voltaic.magnetiq.people;

import java.util.Map;
import java.util.UUID;

/**
 * Who acts and on whom, both held until the end of the transaction. Nobody removes an owner but
 * another owner, who is held while he does it: so there is always one left.
 */
record Held(Authority authority, Person actor, Map<UUID, Person> people) {

  /** Somebody whom the actor manages. */
  Person managed(UUID id) {
    Person found = PersonSql.required(people, id);
    authority.requireManaging(found);
    return found;
  }
}
