package systems.voltaic.magnetiq.people.factor;

import io.vertx.core.Future;
import java.util.UUID;
import systems.voltaic.magnetiq.http.Call;

/** Fails unless the password is that of the person; wrong ones are counted. */
@FunctionalInterface
public interface PasswordProof {

  Future<Void> require(Call call, UUID person, String password);
}
