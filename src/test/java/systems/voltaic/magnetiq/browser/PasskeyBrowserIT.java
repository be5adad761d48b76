package systems.voltaic.magnetiq.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.StaffInstance;
import systems.voltaic.magnetiq.json.Json;
import systems.voltaic.magnetiq.testkit.Browser;
import systems.voltaic.magnetiq.testkit.Needs;
import systems.voltaic.magnetiq.testkit.Program;
import systems.voltaic.magnetiq.testkit.Visitor;

/** Chromium's own way with passkeys, with the authenticator that it brings for tests. */
@Needs({Program.CHROMIUM, Program.NODE})
final class PasskeyBrowserIT {

  private static final String CREATE =
      "async options => JSON.stringify((await navigator.credentials.create({publicKey:"
          + " PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options))})).toJSON())";
  private static final String GET =
      "async options => JSON.stringify((await navigator.credentials.get({publicKey:"
          + " PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options))})).toJSON())";

  private final StaffInstance at = StaffInstance.start(Map.of());
  private Browser browser;
  private Page page;
  private Visitor session;

  @BeforeEach
  void open() throws IOException {
    at.person("Ada", "editor");
    session = at.session("Ada");
    browser = Browser.launch();
    page = browser.page();
    page.navigate(at.base() + "/api/v1/site");
    authenticator(page.context().newCDPSession(page));
  }

  @AfterEach
  void close() {
    browser.close();
    at.close();
  }

  @Test
  void registersAndSignsInAlone() throws IOException {
    JsonNode made = register();
    JsonNode asked = at.post(at.visitor(), "/auth/login/passkey-options", Map.of()).json();
    JsonNode credential = answer(GET, asked);

    var in =
        at.post(
            at.visitor(),
            "/auth/login/passkey",
            Map.of("ticket", asked.path("ticket"), "credential", credential));

    assertThat(made.path("name").asText()).isEqualTo("This browser");
    assertThat(in.json().path("state").asText()).as(in.body()).isEqualTo("signedIn");
    assertThat(in.json().path("person").path("name").asText()).isEqualTo("Ada");
  }

  @Test
  void isTheSecondStep() throws IOException {
    register();
    String ticket = at.login("Ada").json().path("ticket").asText();
    JsonNode asked =
        at.post(at.visitor(), "/auth/login/passkey-options", Map.of("ticket", ticket)).json();

    var in =
        at.post(
            at.visitor(),
            "/auth/factors",
            Map.of(
                "ticket", asked.path("ticket"),
                "kind", "passkey",
                "credential", answer(GET, asked)));

    assertThat(in.json().path("state").asText()).as(in.body()).isEqualTo("signedIn");
  }

  @Test
  void makesNoSecondOneOnTheSameDevice() throws IOException {
    register();
    JsonNode asked = at.post(session, "/me/factors/passkeys/options", null).json();

    String refused =
        (String)
            page.evaluate(
                "options => (" + CREATE + ")(options).then(() => 'made', e => e.name)",
                asked.path("options").toString());

    assertThat(refused).isEqualTo("InvalidStateError");
  }

  private JsonNode register() throws IOException {
    JsonNode asked = at.post(session, "/me/factors/passkeys/options", null).json();
    var sent =
        Map.of(
            "ticket", asked.path("ticket"),
            "name", "This browser",
            "credential", answer(CREATE, asked));
    var added = at.post(session, "/me/factors/passkeys", sent);
    assertThat(added.status()).as(added.body()).isEqualTo(201);
    session = at.visitor().bearing(added.json().at("/signIn/accessToken").asText());
    return added.json();
  }

  private JsonNode answer(String script, JsonNode asked) {
    return Json.parse((String) page.evaluate(script, asked.path("options").toString()));
  }

  private static void authenticator(CDPSession session) {
    session.send("WebAuthn.enable", new JsonObject());
    String options =
        """
        {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": true,
                     "hasUserVerification": true, "isUserVerified": true,
                     "automaticPresenceSimulation": true}}
        """;
    session.send(
        "WebAuthn.addVirtualAuthenticator", JsonParser.parseString(options).getAsJsonObject());
  }
}
