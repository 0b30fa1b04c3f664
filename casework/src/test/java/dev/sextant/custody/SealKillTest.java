package dev.sextant.custody;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.TestHouse;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Scope;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real process that seals is killed at random moments: every exhibit is whole or absent. */
class SealKillTest {
  @Test
  void tenTimes() throws Exception {
    kill(10);
  }

  @Test
  @Tag("heavy")
  void fiftyTimes() throws Exception {
    kill(50);
  }

  private static void kill(int rounds) throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    TestHouse first = TestHouse.start();
    Path home = first.home();
    DatabaseAccess access = first.access();
    Scope scope =
        new Scope(
            Set.of(Selector.of(SelectorType.EMAIL, "a@example.org")),
            Set.of(Platform.X),
            TestHouse.WIDE,
            1);
    AuthorityId authority = first.authority(first.openCase(), scope);
    first.stop();
    Map<String, String> promised = new HashMap<>();
    int sealed = 0;
    int round = 0;
    // On a machine so slow that all are killed before they sealed anything, more of them are
    // killed.
    for (; round < rounds || promised.isEmpty() && round < 20 * rounds; round++) {
      promised.putAll(killed(home, access, authority, random));
      TestHouse house = TestHouse.reopen(home, access);
      try {
        sealed = check(house, authority, promised);
      } finally {
        house.stop();
      }
    }
    System.out.println(round + " kills, " + promised.size() + " promised, " + sealed + " kept");
    assertThat(promised).as("the test sealed something").isNotEmpty();
    TestHouse.reopen(home, access).close();
  }

  private static Map<String, String> killed(
      Path home, DatabaseAccess access, AuthorityId authority, Random random) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            SealUntilKilled.class.getName(),
            home.toString(),
            access.url(),
            authority.toString(),
            Long.toString(random.nextLong()));
    builder.environment().put("SEXTANT_TEST_OWNER", access.owner().password());
    builder.environment().put("SEXTANT_TEST_APP", access.application().password());
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    Process process = builder.start();
    Map<String, String> promised = new HashMap<>();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = said.readLine();
      while (line != null && !line.equals("ready")) {
        line = said.readLine();
      }
      assertThat(line).as("the child came up").isEqualTo("ready");
      Thread killer =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                // Not process.destroyForcibly(): that closes the stream we read from as well.
                process.toHandle().destroyForcibly();
              });
      for (line = said.readLine(); line != null; line = said.readLine()) {
        String[] words = line.split(" ");
        if (words.length == 3 && words[2].length() == 64) {
          promised.put(words[1], words[2]);
        }
      }
      killer.join();
    }
    process.waitFor();
    return promised;
  }

  private static int check(TestHouse house, AuthorityId authority, Map<String, String> promised)
      throws IOException {
    Permit permit = house.permit(house.analyst(), authority);
    List<Exhibit> exhibits = house.custody().exhibits(permit);
    Map<String, String> found = new HashMap<>();
    for (Exhibit exhibit : exhibits) {
      assertThat(house.custody().verify(permit, exhibit.id())).isEqualTo(exhibit.digest());
      found.put(exhibit.id().toString(), exhibit.digest().hex());
    }
    assertThat(found).containsAllEntriesOf(promised);
    List<Path> files = new ArrayList<>();
    Path folder = house.home().resolve("exhibits").resolve(permit.caseId().toString());
    if (Files.exists(folder)) { // Killed before its first seal, the child has made no folder.
      try (Stream<Path> all = Files.walk(folder)) {
        all.filter(Files::isRegularFile).forEach(files::add);
      }
    }
    assertThat(files).as("no file without a row, no row without a file").hasSize(exhibits.size());
    return exhibits.size();
  }
}
