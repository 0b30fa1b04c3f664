package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sextant.TestHouse;
import dev.sextant.app.flow.Jobs;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Scope;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.TelegramSample.Said;
import dev.sextant.records.reader.Sniffed;
import dev.sextant.terms.AuthorityId;
import dev.sextant.terms.CaseId;
import dev.sextant.terms.Fault;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A reading that is stopped leaves nothing; and what is said of a reader before it reads. */
class StoppedReadingTest {
  /** So many that a reading tells of itself several times. */
  private static final int MESSAGES = 3_000;

  private TestHouse house;
  private CaseId of;
  private Permit permit;
  private Exhibit exhibit;

  @BeforeEach
  void start() {
    house = TestHouse.start();
    of = house.openCase();
    AuthorityId authority =
        house.authority(
            of,
            new Scope(
                Set.of(Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "100")),
                Set.of(Platform.TELEGRAM),
                TestHouse.WIDE,
                1));
    permit = house.permit(house.analyst(), authority);
    Said[] many = new Said[MESSAGES];
    for (int i = 0; i < MESSAGES; i++) {
      many[i] = new Said(100, Instant.ofEpochSecond(1_770_000_000L + i), "message " + i);
    }
    exhibit = house.seal(permit, "result.json", new TelegramSample().chat(200, many).bytes());
  }

  @AfterEach
  void stop() {
    house.close();
  }

  /** Wants no more once the reading has told of itself. */
  private static final class Impatient implements Progress {
    private final AtomicBoolean told = new AtomicBoolean();
    private final boolean fromTheStart;

    Impatient(boolean fromTheStart) {
      this.fromTheStart = fromTheStart;
    }

    @Override
    public void at(long done, long total, String unit) {
      told.set(true);
    }

    @Override
    public boolean stopped() {
      return fromTheStart || told.get();
    }
  }

  @Test
  void nothingHalfReadStaysAndTheLogSaysThatItWasStopped() {
    for (boolean fromTheStart : new boolean[] {true, false}) {
      assertThatThrownBy(
              () -> house.records().read(permit, exhibit.id(), new Impatient(fromTheStart)))
          .isInstanceOfSatisfying(
              Fault.class, e -> assertThat(e.code()).isEqualTo("SX-READ-STOPPED"));
      assertThat(house.records().readings(permit)).isEmpty();
      assertThat(house.records().search(permit, RecordQuery.of("message")).total()).isZero();
    }
    assertThat(
            house.cases().acts(house.officer(), of, 0, 1000).stream()
                .filter(line -> line.entry().toString().contains("SX-READ-STOPPED")))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line.entry()).containsEntry("outcome", "FAILED"));
    assertThat(house.custody().exhibits(permit)).extracting(Exhibit::id).contains(exhibit.id());
    ReadReport report = house.records().read(permit, exhibit.id(), Progress.silent());
    assertThat(report.generation()).isOne();
    assertThat(report.counts().read()).isGreaterThanOrEqualTo(MESSAGES);
  }

  @Test
  void onlyWhoBeganAJobStopsIt() throws Exception {
    try (Jobs jobs = new Jobs(house.clock())) {
      CountDownLatch asked = new CountDownLatch(1);
      Jobs.View job =
          jobs.begin(
              house.analyst(),
              "READ",
              progress -> {
                asked.await(5, TimeUnit.MINUTES);
                return house.records().read(permit, exhibit.id(), progress).id().toString();
              });
      assertThat(jobs.stop(job.id(), house.secondAnalyst())).isEmpty();
      assertThat(jobs.stop(job.id(), house.analyst())).isPresent();
      asked.countDown();
      Jobs.View ended = ended(jobs, job);
      assertThat(ended.state()).isEqualTo(Jobs.State.FAILED);
      assertThat(Objects.requireNonNull(ended.fault()).code()).isEqualTo("SX-READ-STOPPED");
      assertThat(house.records().readings(permit)).isEmpty();
    }
  }

  private Jobs.View ended(Jobs jobs, Jobs.View job) throws InterruptedException {
    Jobs.View view = job;
    for (int i = 0; i < 6_000 && view.state() == Jobs.State.RUNNING; i++) {
      Thread.sleep(50);
      view = jobs.find(job.id(), house.analyst()).orElseThrow();
    }
    return view;
  }

  @Test
  void whichReaderAndWhatItLookedAt() {
    Sniffed seen = house.records().reader(permit, exhibit.id()).seen().orElseThrow();
    ReadReport report = house.records().read(permit, exhibit.id(), Progress.silent());
    assertThat(seen.reader()).as("the one that then reads").isEqualTo(report.reader());
    assertThat(seen.certainty()).isBetween(1, 100);
    assertThat(seen.parts()).isOne();
    assertThat(seen.begun().isEmpty() && seen.opened().isEmpty())
        .as("it looked at the file itself")
        .isFalse();
    assertThat(house.records().reader(permit, exhibit.id()).seen()).contains(seen);
  }

  @Test
  void whatNobodyKnowsIsSaidBeforeItIsRead() {
    byte[] noise = "neither this nor that".getBytes(StandardCharsets.UTF_8);
    Exhibit other = house.seal(permit, "what.bin", noise);
    ReaderLook look = house.records().reader(permit, other.id());
    assertThat(look.seen()).isEmpty();
    assertThat(look.refusal().orElseThrow().code()).isEqualTo("SX-READ-UNKNOWN");
    AuthorityId elsewhere =
        house.authority(
            house.openCase(),
            new Scope(
                Set.of(Selector.of(SelectorType.PLATFORM_ID, Platform.TELEGRAM, "900")),
                Set.of(Platform.TELEGRAM),
                TestHouse.WIDE,
                1));
    Permit stranger = house.permit(house.secondAnalyst(), elsewhere);
    assertThatThrownBy(() -> house.records().reader(stranger, other.id()))
        .isInstanceOf(Fault.class);
  }
}
