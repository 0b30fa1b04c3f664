package dev.sextant.records.reader;

import dev.sextant.records.Record;
import dev.sextant.records.RecordText;
import dev.sextant.records.text.Selectors;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file and prints what is in it: stores nothing, needs no case. For trying files out and
 * for research; evidence goes through {@code Records}.
 *
 * <p>Memory is constant: records are printed as they come, of faults and unknown items the first
 * {@value #MOST_KEPT} are kept until the records are out.
 */
public final class DryRun {
  /** Faults and unknown items that are printed in full; further ones are counted. */
  static final int MOST_KEPT = 100_000;

  /** Faults listed in a summary. */
  private static final int SUMMARY_FAULTS = 100;

  private static final int PROGRESS_STEP = 1000;

  private final Reading reading;
  private final Limits limits;
  private final Optional<ZoneId> zone;
  private final Optional<Selectors> selectors;

  /** What is printed. */
  public enum Form {
    /** One record a line, then one fault, unknown item or note a line. */
    JSONL,
    /** One JSON object: reader, counts, faults, unknown sections, notes, digest. */
    SUMMARY
  }

  /**
   * Prepares dry runs.
   *
   * @param zone zone of local times without one, if the caller declares it
   */
  public DryRun(Reading reading, Limits limits, Optional<ZoneId> zone) {
    this(reading, limits, zone, Optional.empty());
  }

  /**
   * Prepares dry runs that also tell what a machine reads in the words.
   *
   * @param selectors what is looked for, or empty to look for nothing
   */
  public DryRun(
      Reading reading, Limits limits, Optional<ZoneId> zone, Optional<Selectors> selectors) {
    this.selectors = selectors;
    this.reading = reading;
    this.limits = limits;
    this.zone = zone;
  }

  /**
   * Reads one file or folder and prints.
   *
   * @return why it could not be read, or not to its end, or what was damaged in it; empty if all
   *     went well. What could be printed was printed all the same.
   * @throws ReaderFault.Container {@code SX-READ-NO-FILE} if there is no such file, {@code
   *     SX-READ-NOT-A-FILE} if it is a pipe, device or socket
   */
  public Optional<ReaderFault> run(Path file, Form form, PrintWriter out, Progress progress)
      throws IOException {
    return run(file, UnaryOperator.identity(), form, out, progress);
  }

  /**
   * As {@link #run(Path, Form, PrintWriter, Progress)}, under a mapping profile or as guessed.
   *
   * @param how what is to be done with the target
   */
  public Optional<ReaderFault> run(
      Path file, UnaryOperator<Target> how, Form form, PrintWriter out, Progress progress)
      throws IOException {
    if (!Files.isReadable(file)) {
      throw new ReaderFault.Container(
          "SX-READ-NO-FILE",
          "no such file can be read",
          file.toString(),
          "absent",
          "check the path");
    }
    ExhibitSource.requireFile(file, file.toString());
    Target plain = Target.plain(file);
    Target target = how.apply(zone.map(plain::inZone).orElse(plain));
    Printing printing = new Printing(form == Form.JSONL ? out : null, progress, selectors);
    Reading.Finished finished = reading.run(target, limits, printing);
    if (form == Form.JSONL) {
      printing.rest(out);
      finished
          .outcome()
          .stopped()
          .ifPresent(fault -> out.println(CanonicalJson.text(stopped(fault))));
    } else {
      out.println(CanonicalJson.text(summary(file, finished, printing)));
    }
    out.flush();
    return finished.outcome().stopped().or(() -> printing.damage.told(file));
  }

  private static Map<String, @Nullable Object> stopped(ReaderFault fault) {
    Map<String, @Nullable Object> line = new TreeMap<>();
    line.put("fault", fault.code());
    line.put("what", fault.what());
    line.put("place", fault.place());
    line.put("value", fault.value());
    line.put("cure", fault.cure());
    line.put("stopped", true);
    return line;
  }

  private static Map<String, @Nullable Object> summary(
      Path file, Reading.Finished finished, Printing printing) throws IOException {
    ReadOutcome outcome = finished.outcome();
    Tally tally = outcome.tally();
    Map<String, @Nullable Object> summary = new TreeMap<>();
    summary.put("file", file.toString());
    summary.put("sha256", hexOf(finished, file));
    summary.put("bytes", bytesOf(file));
    summary.put("reader", outcome.reader().map(ReaderCard::id).orElse(null));
    Map<String, Object> counts = new TreeMap<>();
    counts.put("items", tally.items());
    counts.put("read", tally.read());
    counts.put("sealed", 0L); // Without an authority nothing is in scope or out of it.
    counts.put("faults", tally.faults());
    counts.put("unknown", tally.unknown());
    counts.put("ignored", tally.ignored());
    summary.put("counts", counts);
    summary.put("records", tally.records());
    Map<String, Object> byKind = new TreeMap<>();
    tally.byKind().forEach((kind, count) -> byKind.put(kind.name(), count));
    summary.put("byKind", byKind);
    summary.put("faults", printing.faults.stream().limit(SUMMARY_FAULTS).toList());
    summary.put("unknownSections", tally.sections());
    summary.put("notes", tally.notes().stream().map(DryRun::note).toList());
    summary.put("balanced", tally.balanced());
    outcome.stopped().ifPresent(fault -> summary.put("stopped", stopped(fault)));
    return summary;
  }

  private static Map<String, @Nullable Object> note(ReadNote note) {
    Map<String, @Nullable Object> line = new TreeMap<>();
    line.put("note", note.code());
    line.put("what", note.what());
    return line;
  }

  private static @Nullable String hexOf(Reading.Finished finished, Path file) throws IOException {
    return finished.digest().isPresent() ? finished.digest().get().hex() : digestOf(file);
  }

  /* Where the source could not be opened nobody has computed it. */
  private static @Nullable String digestOf(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      return null;
    }
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return ExhibitSource.digestOf(channel).hex();
    }
  }

  private static long bytesOf(Path file) throws IOException {
    if (!Files.isDirectory(file)) {
      return Files.size(file);
    }
    long bytes = 0;
    try (Stream<Path> walk = Files.walk(file)) {
      for (Path each : (Iterable<Path>) walk::iterator) {
        bytes += Files.isRegularFile(each) && !Files.isSymbolicLink(each) ? Files.size(each) : 0;
      }
    }
    return bytes;
  }

  /** Prints records as they come and keeps the rest for later. */
  private static final class Printing extends SilentEvents {
    private final @Nullable PrintWriter out;
    private final Progress progress;
    private final Optional<Selectors> selectors;
    private final List<Map<String, @Nullable Object>> faults = new ArrayList<>();
    private final List<Map<String, @Nullable Object>> unknowns = new ArrayList<>();
    private final List<ReadNote> notes = new ArrayList<>();
    private final Damage damage = new Damage();
    private long items;
    private long beyond;

    Printing(@Nullable PrintWriter out, Progress progress, Optional<Selectors> selectors) {
      this.out = out;
      this.selectors = selectors;
      this.progress = progress;
    }

    @Override
    public void item() {
      if (++items % PROGRESS_STEP == 0) {
        progress.at(items, -1, "items");
      }
    }

    @Override
    public void records(List<? extends Record> records) {
      if (out == null) {
        return;
      }
      for (int i = 0; i < records.size(); i++) {
        Record record = records.get(i);
        Map<String, @Nullable Object> line = RecordLine.of(record, i);
        selectors.ifPresent(s -> line.put("read", RecordLine.text(RecordText.of(record, s))));
        out.println(CanonicalJson.text(line));
      }
    }

    @Override
    public void fault(Locator where, ReadFault fault) {
      damage.heard(where, fault);
      Map<String, @Nullable Object> line = new TreeMap<>();
      line.put("fault", fault.code());
      line.put("what", fault.what());
      line.put("locator", where.toString());
      keep(faults, line);
    }

    @Override
    public void unknown(Locator where, String section) {
      Map<String, @Nullable Object> line = new TreeMap<>();
      line.put("unknown", section);
      line.put("locator", where.toString());
      keep(unknowns, line);
    }

    @Override
    public void note(ReadNote note) {
      notes.add(note);
    }

    private void keep(
        List<Map<String, @Nullable Object>> list, Map<String, @Nullable Object> line) {
      if (list.size() < MOST_KEPT) {
        list.add(line);
      } else {
        beyond++;
      }
    }

    void rest(PrintWriter to) {
      faults.forEach(line -> to.println(CanonicalJson.text(line)));
      unknowns.forEach(line -> to.println(CanonicalJson.text(line)));
      notes.forEach(one -> to.println(CanonicalJson.text(DryRun.note(one))));
      if (beyond > 0) {
        to.println(
            CanonicalJson.text(
                DryRun.note(
                    new ReadNote("SX-NOTE-MORE", beyond + " further faults and unknown items"))));
      }
    }
  }
}
