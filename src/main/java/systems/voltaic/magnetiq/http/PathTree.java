package systems.voltaic.magnetiq.http;

import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Finds what a path means by walking its segments; a literal segment wins over a parameter. */
final class PathTree<T> {

  /** The methods of one path. */
  static final class Leaf<T> {

    private final Map<HttpMethod, T> methods = new HashMap<>();
    private String allow = "";

    T of(HttpMethod method) {
      T found = methods.get(method);
      return found == null && HttpMethod.HEAD.equals(method) ? methods.get(HttpMethod.GET) : found;
    }

    String allow() {
      return allow;
    }

    private void put(HttpMethod method, T value) {
      if (methods.put(method, value) != null) {
        throw new IllegalStateException(method + " is there twice");
      }
      var names = new TreeSet<String>(List.of("OPTIONS"));
      methods.keySet().forEach(key -> names.add(key.name()));
      if (methods.containsKey(HttpMethod.GET)) {
        names.add("HEAD");
      }
      allow = String.join(", ", names);
    }
  }

  /** A path that was found, with the raw values of its parameters. */
  record Match<T>(Leaf<T> leaf, List<String> values) {}

  private static final class Node<T> {
    private final Map<String, Node<T>> literals = new HashMap<>();
    private Node<T> parameter;
    private Leaf<T> leaf;
  }

  private final Node<T> root = new Node<>();

  void put(String template, HttpMethod method, T value) {
    Node<T> node = root;
    for (String segment : template.substring(1).split("/", -1)) {
      node = segment.startsWith("{") ? parameter(node) : literal(node, segment);
    }
    if (node.leaf == null) {
      node.leaf = new Leaf<>();
    }
    node.leaf.put(method, value);
  }

  /** The path from its slash at the given place on; null when there is none such. */
  Match<T> find(String path, int from) {
    return find(root, path, from, List.of());
  }

  private Match<T> find(Node<T> node, String path, int slash, List<String> values) {
    if (slash == path.length()) {
      return node.leaf == null ? null : new Match<>(node.leaf, values);
    }
    int next = path.indexOf('/', slash + 1);
    int end = next < 0 ? path.length() : next;
    String segment = path.substring(slash + 1, end);
    Node<T> literal = node.literals.get(segment);
    Match<T> found = literal == null ? null : find(literal, path, end, values);
    if (found != null || node.parameter == null || segment.isEmpty()) {
      return found;
    }
    var more = new ArrayList<>(values);
    more.add(segment);
    return find(node.parameter, path, end, more);
  }

  private static <T> Node<T> parameter(Node<T> node) {
    if (node.parameter == null) {
      node.parameter = new Node<>();
    }
    return node.parameter;
  }

  private static <T> Node<T> literal(Node<T> node, String segment) {
    return node.literals.computeIfAbsent(segment, name -> new Node<>());
  }
}
