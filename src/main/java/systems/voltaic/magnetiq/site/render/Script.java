package systems.voltaic.magnetiq.site.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;

/** The components as one script; what was parsed once serves every context that runs it. */
public final class Script {

  private static final String NAME = "entry-server.js";

  private final String text;
  private Engine engine;
  private Source source;

  public Script(String text) {
    this.text = text;
  }

  public static Script packaged() {
    return new Script(resource(NAME));
  }

  /** Something of the build that only the server reads. */
  public static String resource(String name) {
    try (InputStream in = Script.class.getResourceAsStream("/render/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its pages: build it with mvn package");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program's pages cannot be read", e);
    }
  }

  public String text() {
    return text;
  }

  /** Blocks while it loads: a second for the first program, little for the others. */
  synchronized Program open() {
    if (engine == null) {
      engine = Engine.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build();
      source = Source.newBuilder("js", text, NAME).cached(true).buildLiteral();
    }
    Context context =
        Context.newBuilder("js")
            .engine(engine)
            .out(OutputStream.nullOutputStream())
            .err(OutputStream.nullOutputStream())
            .build();
    context.eval(source);
    return new Program(context, context.getBindings("js").getMember("magnetiqRender"));
  }

  synchronized void close() {
    if (engine != null) {
      engine.close(true);
    }
  }
}
