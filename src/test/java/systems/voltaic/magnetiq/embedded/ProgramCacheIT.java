package systems.voltaic.magnetiq.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCacheIT {
  @TempDir private Path folder;

  @Test
  void removesWhatACrashLeftHalfUnpacked() throws Exception {
    var half = Files.createDirectories(folder.resolve(".unpacking-redis-6.2-1/lib"));
    Files.writeString(half.resolve("half"), "half");

    var program = new ProgramCache(folder, sentence -> {}).redis(Platform.here());

    assertThat(program).isExecutable();
    assertThat(half.getParent()).doesNotExist();
  }

  @Test
  void unpacksOnce() throws Exception {
    var cache = new ProgramCache(folder, sentence -> {});
    var first = Files.getLastModifiedTime(cache.redis(Platform.here()));
    assertThat(Files.getLastModifiedTime(cache.redis(Platform.here()))).isEqualTo(first);
  }

  @Test
  void hasAllProgramsOfEveryPlatform() {
    var loader = ProgramCache.class.getClassLoader();
    for (var platform : Platform.values()) {
      assertThat(loader.getResource(platform.postgresArchive())).isNotNull();
      assertThat(platform.redisPrograms()).allMatch(name -> loader.getResource(name) != null);
    }
  }
}
