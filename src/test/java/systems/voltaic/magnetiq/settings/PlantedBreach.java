package systems.voltaic.magnetiq.settings;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.sqlclient.Tuple;
import systems.voltaic.magnetiq.Main;
import systems.voltaic.magnetiq.mail.Brand;

/** Breaks most borders of the house; the architecture test must see each of them. */
public final class PlantedBreach {

  public static Tuple breach(HttpServerRequest request, Brand ofAnotherFeature) {
    System.out.println(System.getenv("HOME") + Main.class + ofAnotherFeature.name());
    Future.succeededFuture(request).await();
    return Tuple.of(request.path());
  }

  private PlantedBreach() {}
}
