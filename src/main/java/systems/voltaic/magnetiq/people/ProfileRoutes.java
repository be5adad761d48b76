package systems.voltaic.magnetiq.people;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import systems.voltaic.magnetiq.access.Caller;
import systems.voltaic.magnetiq.http.Answer;
import systems.voltaic.magnetiq.http.Api;
import systems.voltaic.magnetiq.http.Call;
import systems.voltaic.magnetiq.http.Routes;
import systems.voltaic.magnetiq.people.session.Me;

/** One's own profile over HTTP, and everybody's picture. */
final class ProfileRoutes implements Routes {

  private final Profiles profiles;
  private final Function<Caller, Future<Me>> me;

  ProfileRoutes(Profiles profiles, Function<Caller, Future<Me>> me) {
    this.profiles = profiles;
    this.me = me;
  }

  @Override
  public void mount(Api api) {
    api.on("updateMe", this::update)
        .on("setAvatar", this::setAvatar)
        .on(
            "removeAvatar",
            call -> profiles.removeAvatar(call.caller()).map(gone -> Answer.noContent()))
        .on("getAvatar", this::avatar);
  }

  private Future<Answer> update(Call call) {
    var patch = call.body(Profiles.Patch.class);
    return profiles
        .update(call.caller(), patch, call.ifMatch().orElseThrow())
        .compose(done -> me.apply(call.caller()))
        .map(now -> Answer.ok(now).version(now.version()));
  }

  private Future<Answer> setAvatar(Call call) {
    return profiles
        .setAvatar(call.caller(), call.body(Profiles.Upload.class))
        .map(kept -> Answer.noContent());
  }

  private Future<Answer> avatar(Call call) {
    return profiles.avatar(call.caller(), call.pathId("id")).map(ProfileRoutes::picture);
  }

  private static Answer picture(ProfileSql.Avatar avatar) {
    return new Answer(200, avatar.type(), avatar.bytes(), Map.of())
        .with("etag", "\"" + digest(avatar.bytes()) + "\"")
        .with("cache-control", "private, max-age=60")
        .with("content-disposition", "inline");
  }

  private static String digest(Buffer bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.getBytes());
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
