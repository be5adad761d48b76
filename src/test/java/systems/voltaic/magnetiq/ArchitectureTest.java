package systems.voltaic.magnetiq;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The borders of the house; `src/docs/architecture.md` says why they stand where they do. */
@AnalyzeClasses(packages = "systems.voltaic.magnetiq", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String ROOT = "systems.voltaic.magnetiq";

  @ArchTest
  static final ArchRule foldersFormNoCycle =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule featuresDoNotSeeEachOther =
      slices()
          .matching(ROOT + ".(settings|pages|mail|schedule|integration|site|ops|people|live)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule theKernelKnowsNoFeature =
      noClasses()
          .that()
          .resideInAnyPackage(
              in(
                  "bus", "fault", "access", "db", "http", "job", "cache", "redis", "schema",
                  "token", "secret", "audit", "csv", "flow"))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              in(
                  "settings",
                  "pages",
                  "mail",
                  "schedule",
                  "integration",
                  "site",
                  "ops",
                  "people",
                  "live"));

  @ArchTest
  static final ArchRule nobodyKnowsTheRoot =
      noClasses()
          .that(not(resideInAnyPackage(ROOT)))
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT);

  @ArchTest
  static final ArchRule onlySqlClassesSpeakSql =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".db..")
          .and()
          .haveNameNotMatching(".*Sql(\\$.*)?")
          .should()
          .dependOnClassesThat(
              resideInAnyPackage("io.vertx.sqlclient..", "io.vertx.pgclient..", "java.sql..")
                  .and(not(named("java.sql.SQLException"))))
          .because("a table has one class that knows it");

  @ArchTest
  static final ArchRule onlyTheEdgeSeesRequests =
      noClasses()
          .that()
          .resideOutsideOfPackages(in("http", "cache", "site"))
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("io.vertx.core.http.HttpServerRequest");

  @ArchTest
  static final ArchRule faultsKnowNothingOfHttp =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".fault..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "io.netty..");

  @ArchTest
  static final ArchRule nothingSleeps =
      noClasses().should().accessTargetWhere(calls(Thread.class, "sleep"));

  @ArchTest
  static final ArchRule nothingAwaitsAFuture =
      noClasses().should().accessTargetWhere(calls(io.vertx.core.Future.class, "await"));

  @ArchTest
  static final ArchRule onlyMainReadsTheEnvironment =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + ".Main")
          .should()
          .accessTargetWhere(calls(System.class, "getenv"));

  @ArchTest
  static final ArchRule onlyTheConsoleAndTheCommandsPrint =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .accessTargetWhere(
              JavaAccess.Predicates.target(
                  AccessTarget.Predicates.declaredIn(System.class)
                      .and(DescribedPredicate.describe("out", t -> t.getName().equals("out")))));

  @ArchTest
  static void eachRuleSeesAPlantedBreach(JavaClasses ours) {
    var planted =
        new ClassFileImporter()
            .importClasses(
                systems.voltaic.magnetiq.settings.PlantedBreach.class,
                systems.voltaic.magnetiq.db.PlantedBreach.class);
    for (ArchRule rule :
        List.of(
            featuresDoNotSeeEachOther,
            theKernelKnowsNoFeature,
            nobodyKnowsTheRoot,
            onlySqlClassesSpeakSql,
            onlyTheEdgeSeesRequests,
            nothingAwaitsAFuture,
            onlyMainReadsTheEnvironment,
            onlyTheConsoleAndTheCommandsPrint)) {
      assertThat(rule.evaluate(planted).hasViolation()).as(rule.getDescription()).isTrue();
    }
  }

  private static DescribedPredicate<JavaAccess<?>> calls(Class<?> owner, String name) {
    return JavaAccess.Predicates.target(
        AccessTarget.Predicates.declaredIn(owner)
            .and(DescribedPredicate.describe(name, t -> t.getName().equals(name))));
  }

  private static DescribedPredicate<JavaClass> named(String name) {
    return DescribedPredicate.describe(name, c -> c.getName().equals(name));
  }

  private static String[] in(String... folders) {
    String[] packages = new String[folders.length];
    for (int i = 0; i < folders.length; i++) {
      packages[i] = ROOT + "." + folders[i] + "..";
    }
    return packages;
  }
}
