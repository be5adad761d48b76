package systems.voltaic.magnetiq.testkit;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides for {@link Needs}, and says once, at the end, what was skipped and how to get it. */
public final class Programs implements ExecutionCondition {
  private static final Namespace HERE = Namespace.create(Programs.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    var needed = AnnotationSupport.findAnnotation(context.getElement(), Needs.class);
    var missing = missing(needed.map(Needs::value).map(List::of).orElse(List.of()));
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("everything needed is installed");
    }
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException("Missing with CI=true; " + advice(missing));
    }
    closingLine(context).add(missing, context.getDisplayName());
    return ConditionEvaluationResult.disabled(advice(missing));
  }

  static Set<Program> missing(Collection<Program> needed) {
    var missing = EnumSet.noneOf(Program.class);
    needed.stream().filter(program -> !program.isInstalled()).forEach(missing::add);
    return missing;
  }

  static String advice(Set<Program> missing) {
    return "apt-get install " + missing.stream().map(Program::debianPackage).collect(joining(" "));
  }

  private static ClosingLine closingLine(ExtensionContext context) {
    var store = context.getRoot().getStore(HERE);
    return store.getOrComputeIfAbsent(
        ClosingLine.class, key -> new ClosingLine(), ClosingLine.class);
  }

  /** Closed by JUnit with the last test of the run. */
  static final class ClosingLine implements AutoCloseable {
    private final Set<Program> missing = EnumSet.noneOf(Program.class);
    private final Set<String> skipped = new TreeSet<>();

    synchronized void add(Set<Program> programs, String test) {
      missing.addAll(programs);
      skipped.add(test);
    }

    synchronized String text() {
      return "Skipped for want of programs: %s. To run them: %s"
          .formatted(String.join(", ", skipped), advice(missing));
    }

    @Override
    public void close() {
      System.out.println(text());
    }
  }
}
