package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.TestHouse;
import dev.sextant.app.postgres.DatabaseAccess;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Scope;
import dev.sextant.authority.Step;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real process that reads is killed at random moments: every reading is whole or absent. */
class ReadKillTest {
  private static final int MESSAGES = 4000;

  /** So many that a kill meets every stage: reading, storing, indexing, committing. */
  private static final int MANY = 60_000;

  private static final int SOON_MILLIS = 1500;
  private static final int LATE_MILLIS = 30_000;

  @Test
  void threeTimes() throws Exception {
    kill(3, MESSAGES, SOON_MILLIS);
  }

  @Test
  @Tag("heavy")
  void thirtyTimes() throws Exception {
    kill(30, MESSAGES, SOON_MILLIS);
  }

  @Test
  @Tag("heavy")
  void inTheMiddleOfALargeIntake() throws Exception {
    kill(6, MANY, LATE_MILLIS);
  }

  private static void kill(int rounds, int messages, int mostMillis) throws Exception {
    long seed = System.nanoTime();
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    TestHouse first = TestHouse.start();
    Path home = first.home();
    DatabaseAccess access = first.access();
    Scope scope =
        new Scope(
            Set.of(Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100")),
            Set.of(Platform.TELEGRAM),
            TestHouse.WIDE,
            1);
    AuthorityId authority = first.authority(first.openCase(), scope);
    Permit permit = first.permit(first.analyst(), authority);
    Said[] many = new Said[messages];
    for (int i = 0; i < messages; i++) {
      many[i] = new Said(100, Instant.ofEpochSecond(1_770_000_000L + i), "message " + i);
    }
    Exhibit exhibit =
        first.seal(permit, "result.json", new TelegramSample().chat(200, many).bytes());
    first.stop();
    int whole = 0;
    for (int round = 0; round < rounds; round++) {
      killed(
          home,
          access,
          List.of(authority.toString(), exhibit.id().toString()),
          random.nextInt(mostMillis));
      TestHouse house = TestHouse.reopen(home, access);
      try {
        whole = check(house, house.permit(house.analyst(), authority), access, messages);
      } finally {
        house.stop();
      }
    }
    TestHouse last = TestHouse.reopen(home, access);
    try (last) {
      Permit again = last.permit(last.analyst(), authority);
      ReadReport report = last.records().read(again, exhibit.id(), Progress.silent());
      assertThat(report.generation()).isEqualTo(whole + 1);
      assertThat(check(last, again, access, messages)).isEqualTo(whole + 1);
    }
    System.out.println(rounds + " kills, " + whole + " readings came through");
  }

  private static void killed(Path home, DatabaseAccess access, List<String> what, int millis)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-cp",
            System.getProperty("java.class.path"),
            ReadUntilKilled.class.getName(),
            home.toString(),
            access.url(),
            what.get(0),
            what.get(1));
    builder.environment().put("SEXTANT_TEST_OWNER", access.owner().password());
    builder.environment().put("SEXTANT_TEST_APP", access.application().password());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    Process process = builder.start();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = said.readLine();
      while (line != null && !line.equals("reading")) {
        line = said.readLine();
      }
      assertThat(line).as("the child came up").isEqualTo("reading");
      TimeUnit.MILLISECONDS.sleep(millis);
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  /* As the owner sees it, past row security: no row that no reading names, and none too few. */
  private static int check(TestHouse house, Permit permit, DatabaseAccess access, int messages)
      throws SQLException {
    List<ReadReport> readings = house.records().readings(permit);
    long[] seen = {0};
    try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
      house.records().each(act, RecordFilter.all(), r -> seen[0]++);
      act.done();
    }
    assertThat(seen[0]).isEqualTo(readings.isEmpty() ? 0 : readings.getLast().counts().records());
    try (Connection owner =
            DriverManager.getConnection(
                access.url(), access.owner().role(), access.owner().password());
        Statement sql = owner.createStatement()) {
      owner.setAutoCommit(false);
      sql.execute("alter table sextant.record no force row level security");
      try (ResultSet row = sql.executeQuery("select count(*) from sextant.record")) {
        row.next();
        assertThat(row.getLong(1)).isEqualTo(readings.size() * (messages + 1L));
      }
      owner.rollback();
    }
    Page page = house.records().search(permit, RecordQuery.of("message"));
    assertThat(page.total()).isEqualTo(readings.isEmpty() ? 0 : messages);
    return readings.size();
  }
}
