package systems.voltaic.magnetiq.people.factor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Somebody with second factors, and what they do with them. */
final class Holding {

  final StaffInstance at;
  final String name;
  final UUID id;
  Visitor session;
  String secret;
  List<String> codes = new ArrayList<>();

  Holding(StaffInstance at, String name, String... roles) throws IOException {
    this.at = at;
    this.name = name;
    this.id = at.person(name, roles);
    this.session = at.session(name);
  }

  /** With a phone, and signed in with it. */
  static Holding withPhone(StaffInstance at, String name, String... roles) throws IOException {
    var holding = new Holding(at, name, roles);
    holding.enrolPhone();
    at.clock.advance(Duration.ofSeconds(60));
    return holding;
  }

  Visitor.Answer enrolPhone() throws IOException {
    secret = at.post(session, "/me/factors/totp", null).json().path("secret").asText();
    var answer = at.post(session, "/me/factors/totp/confirm", Map.of("code", code()));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    answer.json().path("recoveryCodes").forEach(code -> codes.add(code.asText()));
    goOn(answer);
    return answer;
  }

  String code() {
    return Totp.code(secret, Totp.step(at.clock.instant()));
  }

  String wrongCode() {
    return code().equals("000000") ? "000001" : "000000";
  }

  String ticket() throws IOException {
    var answer = at.login(name);
    assertThat(answer.json().path("state").asText()).as(answer.body()).isEqualTo("secondFactor");
    return answer.json().path("ticket").asText();
  }

  Visitor.Answer complete(String ticket, String kind, String code) throws IOException {
    return at.post(
        at.visitor(), "/auth/factors", Map.of("ticket", ticket, "kind", kind, "code", code));
  }

  SoftKey key() {
    return new SoftKey(at.base(), "localhost");
  }

  Visitor.Answer enrolKey(SoftKey key) throws IOException {
    JsonNode asked = at.post(session, "/me/factors/passkeys/options", null).json();
    return addKey(key, asked);
  }

  Visitor.Answer addKey(SoftKey key, JsonNode asked) throws IOException {
    var sent =
        Map.of(
            "ticket", asked.path("ticket"),
            "name", "Made of software",
            "credential", key.create(asked.path("options")));
    var answer = at.post(session, "/me/factors/passkeys", sent);
    goOn(answer);
    return answer;
  }

  /** By the session that a first factor gives. */
  private void goOn(Visitor.Answer answer) throws IOException {
    String token = answer.json().at("/signIn/accessToken").asText();
    if (!token.isEmpty()) {
      session = at.visitor().bearing(token);
    }
  }

  /** Asked as the second step. */
  JsonNode askedAsSecond() throws IOException {
    return at.post(at.visitor(), "/auth/login/passkey-options", Map.of("ticket", ticket())).json();
  }

  JsonNode askedAlone() throws IOException {
    return at.post(at.visitor(), "/auth/login/passkey-options", Map.of()).json();
  }

  Visitor.Answer second(JsonNode asked, JsonNode credential) throws IOException {
    return at.post(
        at.visitor(),
        "/auth/factors",
        Map.of("ticket", asked.path("ticket"), "kind", "passkey", "credential", credential));
  }

  Visitor.Answer alone(JsonNode asked, JsonNode credential) throws IOException {
    return at.post(
        at.visitor(),
        "/auth/login/passkey",
        Map.of("ticket", asked.path("ticket"), "credential", credential));
  }

  /** What comes of calls that are made at the same time. */
  static List<Integer> together(List<Callable<Visitor.Answer>> calls) throws Exception {
    var threads = Executors.newFixedThreadPool(calls.size());
    try {
      var statuses = new ArrayList<Integer>();
      for (var done : threads.invokeAll(calls)) {
        statuses.add(done.get().status());
      }
      return statuses;
    } finally {
      threads.shutdownNow();
    }
  }
}
