package systems.voltaic.magnetiq;

import java.util.Optional;

/** What a person at the console reads. */
final class Console {

  static void progress(String sentence) {
    System.out.println("  " + sentence);
  }

  static void welcome(Config config, Addresses addresses, Optional<String> first) {
    String scheme = config.http().tls() ? "https" : "http";
    var text = new StringBuilder("\n  Magnetiq is ready.\n");
    if (addresses.site() > 0) {
      line(text, "Site", scheme + "://" + host(config) + ":" + addresses.site());
    }
    if (addresses.api() > 0) {
      line(text, "API", scheme + "://" + host(config) + ":" + addresses.api() + "/api/v1");
      line(text, "Docs", scheme + "://" + host(config) + ":" + addresses.api() + "/docs");
    }
    if (addresses.operations() > 0) {
      line(text, "State", scheme + "://" + host(config) + ":" + addresses.operations() + "/health");
    }
    line(text, "Data", data(config));
    if (config.mail().host().isEmpty()) {
      line(text, "Mail", "kept in the dev mailbox; set SMTP_HOST to send it");
    }
    first.ifPresent(link -> line(text, "Setup", link));
    line(text, "Stop", "Ctrl-C");
    System.out.println(text);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("    %-6s%s%n".formatted(name, value));
  }

  private static String host(Config config) {
    String host = config.http().host();
    return host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host;
  }

  private static String data(Config config) {
    return config.embedding().postgres()
        ? config.embedding().data().toString()
        : "Postgres at " + config.db().address();
  }

  private Console() {}
}
