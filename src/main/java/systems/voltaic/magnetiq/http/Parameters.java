package systems.voltaic.magnetiq.http;

import io.vertx.core.MultiMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import systems.voltaic.magnetiq.fault.Fault;
import systems.voltaic.magnetiq.fault.Fault.Detail;

/** Reads the parameters of a request and holds them against their rules. */
final class Parameters {

  static Map<String, String> path(Operation operation, List<String> raw) {
    if (raw.isEmpty()) {
      return Map.of();
    }
    var values = new HashMap<String, String>();
    var wrong = new ArrayList<Detail>();
    Iterator<String> next = raw.iterator();
    for (ParameterRule rule : operation.path().values()) {
      String segment = next.next();
      String value = PercentEncoding.decode(segment, 0, segment.length(), false);
      hold(rule, value, "/path/", wrong);
      values.put(rule.name(), value);
    }
    refuse(wrong);
    return values;
  }

  static Map<String, String> query(Operation operation, String query) {
    if ((query == null || query.isEmpty()) && operation.query().isEmpty()) {
      return Map.of();
    }
    var values = new HashMap<String, String>();
    var wrong = new ArrayList<Detail>();
    if (query != null && !query.isEmpty()) {
      readQuery(operation, query, values, wrong);
    }
    for (ParameterRule rule : operation.query().values()) {
      if (rule.required() && !values.containsKey(rule.name())) {
        wrong.add(new Detail("/query/" + rule.name(), "required", "is required"));
      }
    }
    refuse(wrong);
    return values;
  }

  private static void readQuery(
      Operation operation, String query, Map<String, String> values, List<Detail> wrong) {
    int from = 0;
    while (from <= query.length()) {
      int and = query.indexOf('&', from);
      int end = and < 0 ? query.length() : and;
      int equals = query.indexOf('=', from);
      int nameEnd = equals < 0 || equals > end ? end : equals;
      String name = PercentEncoding.decode(query, from, nameEnd, true);
      String value = PercentEncoding.decode(query, Math.min(nameEnd + 1, end), end, true);
      ParameterRule rule = operation.query().get(name);
      if (rule == null) {
        wrong.add(new Detail("/query/" + StrictJson.escape(name), "unknown", "is not known"));
      } else if (values.put(name, value) != null) {
        wrong.add(new Detail("/query/" + name, "repeated", "is there twice"));
      } else {
        hold(rule, value, "/query/", wrong);
      }
      from = end + 1;
    }
  }

  static void headers(Operation operation, MultiMap headers) {
    if (operation.headers().isEmpty()) {
      return;
    }
    var wrong = new ArrayList<Detail>();
    for (ParameterRule rule : operation.headers()) {
      List<String> values = headers.getAll(rule.name());
      if (values.size() > 1) {
        wrong.add(new Detail("/header/" + rule.name(), "repeated", "is there twice"));
      } else if (values.size() == 1) {
        hold(rule, values.get(0), "/header/", wrong);
      } else if (rule.required()) {
        requireHeader(rule, wrong);
      }
    }
    refuse(wrong);
  }

  static Optional<Long> ifMatch(Operation operation, MultiMap headers) {
    String header = operation.takesIfMatch() ? headers.get("if-match") : null;
    return header == null ? Optional.empty() : ETags.version(header);
  }

  private static void requireHeader(ParameterRule rule, List<Detail> wrong) {
    if (rule.name().equalsIgnoreCase("If-Match")) {
      throw new Refusal(428, "if-match-missing");
    }
    wrong.add(new Detail("/header/" + rule.name(), "required", "is required"));
  }

  private static void hold(ParameterRule rule, String value, String place, List<Detail> wrong) {
    String fault = rule.fault(value);
    if (fault != null) {
      wrong.add(new Detail(place + rule.name(), fault, "breaks " + fault));
    }
  }

  private static void refuse(List<Detail> wrong) {
    if (!wrong.isEmpty()) {
      throw Fault.invalid("invalid", "the request does not match the contract", wrong);
    }
  }

  private Parameters() {}
}
