package dev.sextant.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sextant.TestHouse;
import dev.sextant.authority.Act;
import dev.sextant.authority.Particulars;
import dev.sextant.authority.Permit;
import dev.sextant.authority.Step;
import dev.sextant.custody.Acquisition;
import dev.sextant.custody.Exhibit;
import dev.sextant.records.reader.Events;
import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadFault;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Target;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Progress;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real exports through custody, child process, store, index and back to their bytes. */
@Tag("heavy")
class RealFilesStoreTest {
  /** Larger files say nothing more about the store. */
  private static final long MOST_BYTES = 5_000_000;

  private static Optional<Path> folder() {
    String said = System.getProperty("sextant.data", System.getenv("SEXTANT_DATA"));
    return Stream.of(said, "../shared/data", "../../shared/data")
        .filter(java.util.Objects::nonNull)
        .map(Path::of)
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** Whom a file names first: an authority that names them sees some of it. */
  private static final class FirstNamed implements Events {
    private final Set<Selector> selectors = new HashSet<>();
    private final Set<Platform> platforms = new HashSet<>();

    @Override
    public void item() {}

    @Override
    public void records(List<? extends Record> records) {
      for (Record record : records) {
        platforms.add(record.header().platform());
        if (selectors.size() < 3 && !record.accounts().isEmpty()) {
          AccountRef account = record.accounts().getFirst();
          String shown = account.displayName();
          SelectorType type =
              switch (account.basis()) {
                case PLATFORM_ID -> SelectorType.PLATFORM_ID;
                case PHONE -> SelectorType.PHONE;
                case HANDLE -> SelectorType.HANDLE;
                case DISPLAY_NAME, LABEL -> SelectorType.DISPLAY_NAME;
              };
          boolean named = account.basis() == AccountRef.KeyBasis.DISPLAY_NAME;
          String value = named && shown != null ? shown : account.key();
          selectors.add(Selector.of(type, account.platform(), value));
        }
      }
    }

    @Override
    public void fault(Locator where, ReadFault fault) {}

    @Override
    public void unknown(Locator where, String section) {}

    @Override
    public void ignored(Locator where, String rule) {}

    @Override
    public void note(ReadNote note) {}
  }

  @Test
  void whatIsReadIsStoredFoundAndLeadsBack() throws IOException {
    Optional<Path> data = folder();
    assumeTrue(data.isPresent(), "skipped: no folder of real files (sextant.data)");
    List<Path> files = new ArrayList<>();
    for (String of : List.of("chat-telegram", "chat-whatsapp", "x-archive", "networks-covert")) {
      Path folder = data.get().resolve(of);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> all = Files.walk(folder)) {
          all.filter(Files::isRegularFile)
              .filter(f -> f.toFile().length() < MOST_BYTES)
              .sorted()
              .limit(12)
              .forEach(files::add);
        }
      }
    }
    int stored = 0;
    Reading reading = Reading.prepare();
    try (TestHouse house = TestHouse.start()) {
      for (Path file : files) {
        FirstNamed first = new FirstNamed();
        var dry = reading.run(Target.plain(file), Limits.standard(), first).outcome();
        if (dry.stopped().isEmpty() && !first.selectors.isEmpty()) {
          Permit permit = house.permit(first.selectors, first.platforms, TestHouse.WIDE);
          Counts counts = read(house, permit, file).counts();
          assertThat(counts.balanced()).as(file.toString()).isTrue();
          assertThat(counts.items()).as(file.toString()).isEqualTo(dry.tally().items());
          assertThat(counts.unknown()).isEqualTo(dry.tally().unknown());
          lookBack(house, permit, counts, file);
          stored++;
        }
      }
    }
    System.out.println(stored + " of " + files.size() + " real files stored");
    assertThat(stored).isPositive();
  }

  private static ReadReport read(TestHouse house, Permit permit, Path file) throws IOException {
    Acquisition how =
        new Acquisition(
            Acquisition.How.UPLOAD.name(),
            "sextant/test",
            permit.actor(),
            house.clock().instant(),
            String.valueOf(file.getFileName()),
            null);
    try (InputStream in = Files.newInputStream(file)) {
      Exhibit exhibit = house.custody().seal(permit, how, in, Progress.silent());
      return house.records().read(permit, exhibit.id(), Progress.silent());
    }
  }

  private static void lookBack(TestHouse house, Permit permit, Counts counts, Path file) {
    List<StoredRecord> all = new ArrayList<>();
    try (Act act = permit.begin(Step.VIEW, Particulars.none())) {
      house.records().each(act, RecordFilter.all(), all::add);
      act.done();
    }
    assertThat(all).as(file.toString()).hasSize((int) counts.records());
    Page page = house.records().search(permit, RecordQuery.all());
    assertThat(page.total()).isEqualTo(counts.records());
    for (StoredRecord one : all.subList(0, Math.min(5, all.size()))) {
      Excerpt excerpt = house.records().view(permit, one.id(), 100);
      assertThat(excerpt.to() - excerpt.from()).isEqualTo(one.record().header().locator().length());
    }
  }
}
