package systems.voltaic.magnetiq.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import systems.voltaic.magnetiq.testkit.Staff;

/** Makes requests that are properly framed and hostile in every other way, for any contract. */
final class HostileRequests {

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "FOO");

  private final Random random;
  private final Contract contract;
  private final HostileBodies bodies;
  private final List<byte[]> values = HostileLists.of("values");
  private final List<byte[]> headers = HostileLists.of("headers");

  HostileRequests(Contract contract, Random random) {
    this.contract = contract;
    this.random = random;
    this.bodies = new HostileBodies(contract.root(), random);
  }

  byte[] next() {
    Operation operation = pick(contract.operations());
    var request = new ByteArrayOutputStream();
    String method = often() ? operation.method().name() : pick(METHODS);
    put(request, method + " " + path(operation) + query(operation) + " HTTP/1.1\r\n");
    put(request, random.nextInt(30) > 0 ? "Host: localhost\r\n" : "Host: " + escaped() + "\r\n");
    if (random.nextInt(10) > 0) {
      put(request, "Authorization: Bearer " + Staff.KEY + "\r\n");
    }
    int extra = random.nextInt(3);
    for (int i = 0; i < extra; i++) {
      request.writeBytes(pick(headers));
      put(request, "\r\n");
    }
    for (ParameterRule rule : operation.headers()) {
      put(request, rule.name() + ": " + (often() ? "\"1\"" : escaped()) + "\r\n");
    }
    body(operation, request);
    return request.toByteArray();
  }

  private void body(Operation operation, ByteArrayOutputStream request) {
    boolean wanted = operation.body() != null ? often() : random.nextInt(20) == 0;
    byte[] body = wanted ? bodies.next(operation.id()) : new byte[0];
    if (wanted && often()) {
      put(request, "Content-Type: application/json\r\n");
    }
    if (wanted && random.nextInt(4) == 0) {
      put(request, "Transfer-Encoding: chunked\r\n\r\n");
      chunks(body, request);
    } else {
      put(request, wanted ? "Content-Length: " + body.length + "\r\n\r\n" : "\r\n");
      request.writeBytes(body);
    }
  }

  private static void chunks(byte[] body, ByteArrayOutputStream request) {
    int half = body.length / 2;
    for (int[] part : new int[][] {{0, half}, {half, body.length - half}}) {
      if (part[1] > 0) {
        put(request, Integer.toHexString(part[1]) + "\r\n");
        request.write(body, part[0], part[1]);
        put(request, "\r\n");
      }
    }
    put(request, "0\r\n\r\n");
  }

  private String path(Operation operation) {
    var path = new StringBuilder(contract.basePath());
    for (String segment : operation.template().substring(1).split("/", -1)) {
      path.append('/');
      if (segment.startsWith("{")) {
        path.append(often() ? "0198f000-0000-7000-8000-000000000001" : escaped());
      } else {
        path.append(random.nextInt(40) == 0 ? escaped() : segment);
      }
    }
    return path.toString();
  }

  private String query(Operation operation) {
    var parts = new ArrayList<String>();
    for (String name : operation.query().keySet()) {
      if (random.nextBoolean()) {
        parts.add(name + "=" + (random.nextBoolean() ? escaped() : "1"));
      }
    }
    if (random.nextInt(6) == 0) {
      parts.add(escaped() + "=" + escaped());
    }
    return parts.isEmpty() ? "" : "?" + String.join("&", parts);
  }

  /** Mostly escaped, sometimes only as far as the framing needs it. */
  private String escaped() {
    boolean raw = random.nextInt(5) == 0;
    var text = new StringBuilder();
    for (byte b : pick(values)) {
      boolean harmless = b > ' ' && b < 127 && (raw || Character.isLetterOrDigit(b));
      text.append(harmless ? Character.toString(b) : "%%%02X".formatted(b & 255));
    }
    return text.toString();
  }

  private boolean often() {
    return random.nextInt(5) > 0;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static void put(ByteArrayOutputStream request, String text) {
    request.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Only for the type of what a schema node is. */
  static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asText() : type.asText();
  }
}
