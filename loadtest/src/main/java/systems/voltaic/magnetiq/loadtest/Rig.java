package systems.voltaic.magnetiq.loadtest;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything a measurement stands on, started here and ended here. */
final class Rig implements AutoCloseable {

  private static final String WEBHOOK =
      """
      {"url": "https://127.0.0.1/hooks", "events": ["settings.changed"], "active": false}""";

  private final Deque<AutoCloseable> started = new ArrayDeque<>();
  private final List<Instance> instances = new ArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private final Path folder;
  private final Path java;
  private final Postgres postgres;
  private final Redis redis;
  private final SmtpSink sink;
  private String webhook;

  Rig() throws Exception {
    java = Programs.java(System.getProperty("instance.jdk"));
    folder = Files.createTempDirectory("magnetiq-load");
    Child.run(List.of("chmod", "755", folder.toString()));
    started.push(() -> vertx.close().await());
    sink = new SmtpSink(vertx);
    postgres = own(new Postgres(Files.createDirectory(folder.resolve("postgres"))));
    redis = own(new Redis(folder));
  }

  private <T extends AutoCloseable> T own(T resource) {
    started.push(resource);
    return resource;
  }

  /** The first so many instances; they are kept for the next measurement. */
  List<Instance> instances(int count) throws Exception {
    while (instances.size() < count) {
      instances.add(own(Instance.start(this, "instance-" + instances.size())).ready());
      Staff.join(postgres);
    }
    return instances.subList(0, count);
  }

  Instance instance() throws Exception {
    return instances(1).get(0);
  }

  /** The one that is read by its id, made as a person would make it. */
  String webhook() throws Exception {
    if (webhook == null) {
      var made = Http.post(instance().url("/api/v1/webhooks"), WEBHOOK);
      webhook = new JsonObject(made.body()).getJsonObject("webhook").getString("id");
    }
    return webhook;
  }

  /** Leaves one, so that the others take no processor from it. */
  void only(int count) throws Exception {
    while (instances.size() > count) {
      Instance last = instances.remove(instances.size() - 1);
      started.remove(last);
      last.close();
    }
  }

  /** The reference, in a virtual machine like an instance's. */
  Child bareServer(int port) throws Exception {
    var command = new ArrayList<>(List.of(java.toString()));
    command.addAll(Instance.JVM);
    command.addAll(List.of("-cp", classPath(), BareServer.class.getName()));
    command.addAll(List.of(port + "", postgres.url()));
    return own(Child.start(folder.resolve("bare.log"), Map.of(), command));
  }

  /** The reference for finished bytes. */
  Child bareBytes(int port, String type, Path bytes) throws Exception {
    var command = new ArrayList<>(List.of(java.toString()));
    command.addAll(Instance.JVM);
    command.addAll(List.of("-cp", classPath(), BareBytes.class.getName()));
    command.addAll(List.of(port + "", type, bytes.toString()));
    return own(Child.start(folder.resolve("bare-bytes.log"), Map.of(), command));
  }

  private static String classPath() {
    var loader = Rig.class.getClassLoader();
    return loader instanceof URLClassLoader urls
        ? Stream.of(urls.getURLs())
            .map(URL::getPath)
            .collect(Collectors.joining(File.pathSeparator))
        : System.getProperty("java.class.path");
  }

  static Path source(String name) {
    return Path.of(System.getProperty("loadtest")).resolve(name).toAbsolutePath();
  }

  Vertx vertx() {
    return vertx;
  }

  Path folder() {
    return folder;
  }

  Path java() {
    return java;
  }

  Postgres postgres() {
    return postgres;
  }

  Redis redis() {
    return redis;
  }

  SmtpSink sink() {
    return sink;
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable resource : started) {
      resource.close();
    }
  }
}
