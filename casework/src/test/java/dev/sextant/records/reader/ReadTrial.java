package dev.sextant.records.reader;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sextant.records.Record;
import dev.sextant.records.reader.fuzz.FuzzSource;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * One reading with everything it told, for tests. Every trial checks the contract of all readers:
 * each item closed once, each locator inside its part, and the same records when read twice.
 */
public final class ReadTrial implements Events, AutoCloseable {
  /** A fault as told. */
  public record Faulted(Locator where, ReadFault fault) {}

  /** An unknown item as told. */
  public record Unfamiliar(Locator where, String section) {}

  /** Records in order, all items. */
  public final List<Record> records = new ArrayList<>();

  /** Records by item. */
  public final List<List<Record>> items = new ArrayList<>();

  /** Faults in order. */
  public final List<Faulted> faults = new ArrayList<>();

  /** Unknown items in order. */
  public final List<Unfamiliar> unknowns = new ArrayList<>();

  /** Ignored parts in order. */
  public final List<Locator> ignored = new ArrayList<>();

  /** Notes in order. */
  public final List<ReadNote> notes = new ArrayList<>();

  /** Larger samples are of no use as seeds: a fuzzer lives on small ones. */
  private static final int MOST_SEED_BYTES = 1 << 14;

  private final ExhibitSource source;
  private ReadOutcome outcome =
      new ReadOutcome(
          Optional.empty(),
          new Tally(0, 0, 0, 0, 0, Map.of(), Map.of(), List.of()),
          Optional.empty());

  private ReadTrial(ExhibitSource source) {
    this.source = source;
  }

  /** Reads a file or folder with all readers. */
  public static ReadTrial of(Path path) {
    return of(path, Readers.all(), Limits.standard());
  }

  /** Reads a file or folder with some readers. */
  public static ReadTrial of(Path path, Readers readers, Limits limits) {
    try {
      ReadTrial first = once(path, readers, limits);
      try (ReadTrial second = once(path, readers, limits)) {
        assertThat(second.records).as("reading twice gives the same").isEqualTo(first.records);
      }
      first.check();
      seed(path, first.reader());
      return first;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /* What tests read is what the fuzzer starts from: with the property fuzz.seeds each file is kept
   * below a folder of the reader's name. */
  private static void seed(Path path, String reader) throws IOException {
    String to = System.getProperty("fuzz.seeds", "");
    if (to.isEmpty() || reader.isEmpty()) {
      return;
    }
    byte[] bytes = FuzzSource.seed(path);
    if (bytes.length <= MOST_SEED_BYTES) {
      Path below = Files.createDirectories(Path.of(to, reader));
      Files.write(below.resolve(Digest.of(bytes).hex().substring(0, 16)), bytes);
    }
  }

  private static ReadTrial once(Path path, Readers readers, Limits limits) throws IOException {
    ReadTrial trial = new ReadTrial(ExhibitSource.open(path, limits));
    trial.outcome = readers.read(trial.source, trial);
    return trial;
  }

  private void check() {
    assertThat(outcome.tally().balanced()).as("balanced: %s", outcome.tally()).isTrue();
    records.forEach(this::opens);
    faults.forEach(f -> inside(f.where()));
    unknowns.forEach(u -> inside(u.where()));
  }

  private void inside(Locator at) {
    assertThat(at.exhibit()).isEqualTo(source.digest());
    source
        .part(at.part())
        .ifPresent(p -> assertThat(at.to()).as("end of %s", at).isLessThanOrEqualTo(p.size()));
  }

  /* As the viewer opens it (records.Cutting), and the bytes say what the record says. */
  private void opens(Record record) {
    Locator at = record.header().locator();
    inside(at);
    assertThat(bytes(at)).as("all bytes of %s", at).hasSize(Math.toIntExact(at.length()));
    Behind.media(record).forEach(this::opens);
  }

  /** Checks that the bytes behind each record say what it says, but where no single place can. */
  void bytesSayWhatRecordsSay() {
    for (Record record : records) {
      Locator at = record.header().locator();
      byte[] bytes = bytes(at);
      if (Behind.tells(bytes, record)) {
        assertThat(Behind.says(bytes, record)).as("the bytes of %s say %s", at, record).isTrue();
      }
    }
  }

  private void opens(String path) {
    try {
      assertThat(
              PartPath.open(source, path, part -> part.open().readAllBytes().length == part.size()))
          .as("medium %s", path)
          .contains(true);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** How the reading ended. */
  public ReadOutcome outcome() {
    return outcome;
  }

  /** The chosen reader's name, or the empty text. */
  public String reader() {
    return outcome.reader().map(ReaderCard::name).orElse("");
  }

  /** Records of one kind. */
  public <R extends Record> List<R> of(Class<R> kind) {
    return records.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** The original bytes of a locator. */
  public byte[] bytes(Locator at) {
    try {
      return PartPath.open(source, at.part(), part -> cut(part, at)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] cut(Source.Part part, Locator at) throws IOException {
    try (InputStream in = part.open()) {
      in.skipNBytes(at.from());
      return in.readNBytes((int) at.length());
    }
  }

  /** The original bytes of a locator as UTF-8 text. */
  public String text(Locator at) {
    return new String(bytes(at), StandardCharsets.UTF_8);
  }

  /**
   * The folder of real files that live outside the project, or a skipped test where it is absent:
   * system property {@code sextant.data}, environment {@code SEXTANT_DATA}, or {@code
   * ../shared/data} beside the repository.
   */
  public static Path realData(String below) {
    List<String> places = new ArrayList<>();
    for (String said :
        new String[] {System.getProperty("sextant.data"), System.getenv("SEXTANT_DATA")}) {
      if (said != null) {
        places.add(said);
      }
    }
    places.addAll(List.of("../shared/data", "../../shared/data"));
    for (String place : places) {
      Path path = Path.of(place, below);
      if (Files.exists(path)) {
        return path;
      }
    }
    return Assumptions.abort("skipped: no real files at ../shared/data/" + below);
  }

  @Override
  public void item() {}

  @Override
  public void records(List<? extends Record> read) {
    records.addAll(read);
    items.add(List.copyOf(read));
  }

  @Override
  public void fault(Locator where, ReadFault fault) {
    faults.add(new Faulted(where, fault));
  }

  @Override
  public void unknown(Locator where, String section) {
    unknowns.add(new Unfamiliar(where, section));
  }

  @Override
  public void ignored(Locator where, String rule) {
    ignored.add(where);
  }

  @Override
  public void note(ReadNote note) {
    notes.add(note);
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
