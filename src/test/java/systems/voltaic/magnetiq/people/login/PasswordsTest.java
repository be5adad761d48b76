package systems.voltaic.magnetiq.people.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import systems.voltaic.magnetiq.fault.Fault;

class PasswordsTest {

  static final Argon2 CHEAP = new Argon2(64, 1, 1);
  private static final Argon2Memory SPACE = new Argon2Memory(worked -> {});

  private static Vertx vertx;
  private static Passwords passwords;

  @BeforeAll
  static void open() {
    vertx = Vertx.vertx();
    passwords = new Passwords(vertx, new SecureRandom(), CHEAP, 2, 32);
  }

  @AfterAll
  static void close() {
    vertx.close().await();
  }

  @Test
  void knowsItsOwnHashAndNoOther() {
    String hash = passwords.hash("a quiet harbour town").await();

    assertThat(passwords.verify("a quiet harbour town", Optional.of(hash)).await()).isTrue();
    assertThat(passwords.verify("a quiet harbour towN", Optional.of(hash)).await()).isFalse();
    assertThat(passwords.verify("", Optional.of(hash)).await()).isFalse();
  }

  @Test
  void neverKnowsWhoHasNoHash() {
    assertThat(passwords.verify("nobody's", Optional.empty()).await()).isFalse();
  }

  @Test
  void saltsEveryHash() {
    assertThat(passwords.hash("a quiet harbour town").await())
        .isNotEqualTo(passwords.hash("a quiet harbour town").await());
  }

  @Test
  void costsWhatIsAskedOfItWhenNobodySaysOtherwise() {
    var standard = new Passwords(vertx, new SecureRandom());
    String hash = standard.hash("a quiet harbour town").await();

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(hash.length()).isLessThan(300);
    assertThat(standard.verify("a quiet harbour town", Optional.of(hash)).await()).isTrue();
  }

  @Test
  void leavesTheMachineToOthersForAsLongAsItTookWhilePeopleQueue() {
    var one = new Passwords(vertx, new SecureRandom(), Argon2.STANDARD, 1, 8);
    long began = System.nanoTime();

    Future.all(IntStream.range(0, 8).mapToObj(i -> one.hash("a quiet harbour town")).toList())
        .await();

    assertThat(System.nanoTime() - began).isGreaterThan((long) (1.7 * hashing()));
  }

  /** Time of the processor that the thread which worked most has had. */
  private static long hashing() {
    var times = ManagementFactory.getThreadMXBean();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("passwords-"))
        .mapToLong(thread -> times.getThreadCpuTime(thread.getId()))
        .max()
        .orElseThrow();
  }

  @Test
  void agreesWithWhatOthersHashed() {
    String phc =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
            + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(Argon2.verify("password", phc, SPACE)).isTrue();
  }

  @Test
  void wantsToHashAgainWhatWasCheaper() {
    var now = new Passwords(vertx, new SecureRandom(), new Argon2(128, 2, 1), 1, 1);
    String cheap = passwords.hash("a quiet harbour town").await();

    assertThat(now.isOutdated(cheap)).isTrue();
    assertThat(now.verify("a quiet harbour town", Optional.of(cheap)).await()).isTrue();
    assertThat(now.isOutdated(now.hash("a quiet harbour town").await())).isFalse();
    assertThat(passwords.isOutdated(now.hash("a quiet harbour town").await())).isFalse();
  }

  @Test
  void takesTheSameCharactersFromAnyKeyboard() {
    String composed = passwords.hash("Zürich bleibt Zürich").await();
    assertThat(passwords.verify("Zu\u0308rich bleibt Zu\u0308rich", Optional.of(composed)).await())
        .isTrue();
  }

  @Test
  void refusesAtOnceWhenTooManyWait() {
    var small = new Passwords(vertx, new SecureRandom(), new Argon2(8192, 3, 1), 2, 8);
    List<Future<Boolean>> all = new ArrayList<>();
    IntStream.range(0, 40).forEach(i -> all.add(small.verify("whatever it is", Optional.empty())));

    Future.join(all).transform(done -> Future.succeededFuture()).await();
    assertThat(all.stream().filter(Future::succeeded)).hasSize(10);
    var refused = all.stream().filter(Future::failed).toList();
    assertThat(refused).hasSize(30);
    var fault = (Fault) refused.get(0).cause();
    assertThat(fault.kind()).isEqualTo(Fault.Kind.UNAVAILABLE);
    assertThat(fault.retryAfter()).isPresent();
  }

  @Test
  void admitsAsManyAsFindRoomAndTellsTheOthersBeforeTheyDoAnything() {
    var small = new Passwords(vertx, new SecureRandom(), CHEAP, 2, 8);
    var begun = new AtomicInteger();
    Promise<String> slow = Promise.promise();
    Supplier<Future<String>> work =
        () -> {
          begun.incrementAndGet();
          return slow.future();
        };
    var all = IntStream.range(0, 40).mapToObj(i -> small.admit(work)).toList();

    assertThat(begun).hasValue(10);
    assertThat(all.stream().filter(Future::failed)).hasSize(30);
    slow.fail("whatever comes of it");
    small.admit(work);
    assertThatThrownBy(() -> small.admit(PasswordsTest::thrown).await()).hasMessage("thrown");
    assertThat(begun).hasValue(11);
    IntStream.range(0, 20).forEach(i -> small.admit(work));
    assertThat(begun).hasValue(31);
  }

  private static Future<String> thrown() {
    throw new IllegalStateException("thrown");
  }

  @Test
  void comesBackToTheLoopThatAsked() {
    Context context = vertx.getOrCreateContext();
    Context after =
        Future.<Context>future(
                promise ->
                    context.runOnContext(
                        on ->
                            passwords
                                .hash("a quiet harbour town")
                                .onComplete(done -> promise.complete(Vertx.currentContext()))))
            .await();
    assertThat(after).isSameAs(context);
  }

  @Test
  void readsNoHashThatIsNotOne() {
    for (String broken : List.of("", "plain", "$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$aaaa")) {
      assertThatThrownBy(() -> Argon2.verify("x", broken, SPACE))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void readsNoHashOfACostThatNoneCanHave() {
    for (String cost :
        List.of("m=64,t=0,p=1", "m=64,t=1,p=0", "m=15,t=1,p=2", "m=999999,t=1,p=1")) {
      String phc = "$argon2id$v=19$" + cost + "$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8";
      assertThatThrownBy(() -> Argon2.verify("x", phc, SPACE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("a password hash");
    }
  }
}
