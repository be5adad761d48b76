package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.access.Language;
import systems.voltaic.magnetiq.db.Db;
import systems.voltaic.magnetiq.db.Tx;
import systems.voltaic.magnetiq.fault.Fault;

/** What everybody changes of himself. */
final class Profiles {

  /** What is to change; null is what stays. */
  record Patch(String name, Language language, String zone) {}

  /** A picture as it is sent. */
  record Upload(String type, String data) {}

  private final Db db;
  private final Chronicle chronicle;
  private final PersonSql people = new PersonSql();
  private final ProfileSql sql = new ProfileSql();

  Profiles(Db db, Chronicle chronicle) {
    this.db = db;
    this.chronicle = chronicle;
  }

  Future<Void> update(Caller caller, Patch patch, long seen) {
    return db.transaction(
        caller, tx -> self(tx).compose(now -> update(tx, unchanged(now, seen), patch)));
  }

  private static Person unchanged(Person now, long seen) {
    if (now.version() != seen) {
      throw Fault.stale(seen, now.version());
    }
    return now;
  }

  private Future<Void> update(Tx tx, Person now, Patch patch) {
    var change = Change.of(now, patch.name(), patch.language(), patch.zone());
    return people
        .update(tx, now.id(), change.name(), change.language(), change.zone())
        .compose(done -> note(tx, now, change.fields()));
  }

  Future<Void> setAvatar(Caller caller, Upload upload) {
    var avatar = new ProfileSql.Avatar(upload.type(), Buffer.buffer(judged(upload)));
    return db.transaction(
        caller,
        tx ->
            self(tx)
                .compose(now -> sql.setAvatar(tx, now.id(), avatar).map(now))
                .compose(now -> note(tx, now, List.of("avatar"))));
  }

  Future<Void> removeAvatar(Caller caller) {
    return db.transaction(caller, tx -> self(tx).compose(now -> removeAvatar(tx, now)));
  }

  private Future<Void> removeAvatar(Tx tx, Person now) {
    return sql.removeAvatar(tx, now.id())
        .compose(was -> was ? note(tx, now, List.of("avatar")) : Future.succeededFuture());
  }

  Future<ProfileSql.Avatar> avatar(Caller caller, UUID person) {
    return sql.avatar(db.reads(caller), person)
        .map(found -> found.orElseThrow(() -> Fault.notFound("avatar of", person)));
  }

  private Future<Person> self(Tx tx) {
    UUID id = Authority.of(tx.caller()).person();
    return people.lock(tx, List.of(id)).map(found -> PersonSql.required(found, id));
  }

  private Future<Void> note(Tx tx, Person who, List<String> fields) {
    return chronicle.note(tx, "profile-changed", who, null, Map.of("changed", fields));
  }

  private static byte[] judged(Upload upload) {
    byte[] bytes = decoded(upload.data());
    boolean fine =
        bytes.length <= Picture.LARGEST
            && Picture.of(bytes)
                .filter(picture -> picture.fits() && picture.type().equals(upload.type()))
                .isPresent();
    if (!fine) {
      throw Wrong.field(
          "/data", "avatar", "must be a picture of that type, 256 KB and 1024 pixels at most");
    }
    return bytes;
  }

  private static byte[] decoded(String data) {
    try {
      return Base64.getDecoder().decode(data);
    } catch (IllegalArgumentException notBase64) {
      throw Wrong.field("/data", "base64", "must be base64");
    }
  }
}
