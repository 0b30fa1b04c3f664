package dev.sextant.records.reader;

import dev.sextant.records.Record;
import dev.sextant.records.RecordCodec;
import dev.sextant.records.reader.mapping.RowsRound;
import dev.sextant.records.reader.mapping.TableSurvey;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads a target in a child process of its own: little heap, no environment, no network where the
 * system can deny it, killed when it overruns its time or its output. Whatever happens to the
 * child, the caller gets a typed outcome and lives.
 */
public final class Reading {
  /** {@code -XX:+ExitOnOutOfMemoryError} ends the process with this code. */
  private static final int EXIT_OUT_OF_MEMORY = 3;

  private static final int LAST_BREATH_SECONDS = 5;

  private static final int IN_BUFFER = 1 << 16;

  /** Whoever stops a reading sees it end at once, and a look costs nothing. */
  private static final long LOOK_EVERY_MILLIS = 100;

  private final List<String> isolation;
  private final String child;

  /**
   * @param isolation the command that the child is started through; its words may be any program
   *     that runs the words after it
   */
  Reading(List<String> isolation) {
    this(isolation, ReaderChild.class.getName());
  }

  /**
   * @param isolation as above
   * @param child the class whose main method answers as {@link ReaderChild} does
   */
  Reading(List<String> isolation, String child) {
    this.isolation = List.copyOf(isolation);
    this.child = child;
  }

  /** The command that the child is started through; empty if there is none. */
  List<String> isolation() {
    return isolation;
  }

  /**
   * Finds out once how far this system lets a process be cut off from the network: as root or
   * through a user namespace. Where neither works the child runs with the network it has and never
   * uses it.
   */
  public static Reading prepare() {
    for (List<String> prefix : List.of(List.of("unshare", "-n"), List.of("unshare", "-U", "-n"))) {
      List<String> trial = new ArrayList<>(prefix);
      trial.add("true");
      try {
        Process process = new ProcessBuilder(trial).redirectErrorStream(true).start();
        process.getOutputStream().close();
        if (process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0) {
          return new Reading(prefix);
        }
        process.destroyForcibly();
      } catch (IOException e) {
        return new Reading(List.of()); // No such program on this system.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Reading(List.of());
      }
    }
    return new Reading(List.of());
  }

  /** True if the child is cut off from the network by the system. */
  public boolean networkDenied() {
    return !isolation.isEmpty();
  }

  /**
   * A finished reading.
   *
   * @param digest digest of the exhibit as the child computed or was told it; empty if the source
   *     could not be opened
   * @param bytes unpacked bytes of all parts
   * @param outcome how it ended
   */
  public record Finished(Optional<Digest> digest, long bytes, ReadOutcome outcome) {}

  /**
   * Reads.
   *
   * @throws RuntimeException only what the events throw; the child is ended first
   */
  public Finished run(Target target, Limits limits, Events events) throws IOException {
    Process process = start(limits);
    AtomicReference<End> ended = new AtomicReference<>(End.BY_ITSELF);
    Thread watch = watch(process, limits, events, ended);
    Thread drain = Thread.startVirtualThread(() -> drain(process.getErrorStream()));
    CountingSink sink = new CountingSink(new Guarded(events));
    Conversation talk = new Conversation(target, limits, sink);
    try {
      ask(process, target, limits);
      talk.listen(process.getInputStream());
      if (!talk.complete()) {
        // Its output ended first: let it end by itself, so that the exit code is its own.
        process.waitFor(LAST_BREATH_SECONDS, TimeUnit.SECONDS);
      }
    } catch (Refused e) {
      throw e.original;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
      watch.interrupt();
    }
    int exit = exitOf(process);
    joinQuietly(drain);
    return talk.finish(exit, java.util.Objects.requireNonNull(ended.get()));
  }

  private static void ask(Process process, Target target, Limits limits) {
    try (DataOutputStream out = new DataOutputStream(process.getOutputStream())) {
      Frames.write(out, ReaderChild.request(target, limits));
    } catch (IOException e) {
      // The child died before it could listen; its exit code tells why.
      return;
    }
  }

  private Process start(Limits limits) throws IOException {
    List<String> command = new ArrayList<>(isolation);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + limits.heapMegabytes() + "m");
    command.add("-Xss2m");
    // Serial collector and no performance file: quick to start, and nothing is left in /tmp.
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xshare:auto"));
    command.addAll(List.of("-XX:+ExitOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash"));
    command.addAll(List.of("-XX:+DisableAttachMechanism", "-Dfile.encoding=UTF-8"));
    command.add("-XX:ErrorFile=/dev/null");
    // Libraries would quote damaged bytes in their warnings.
    command.add("-Dlogback.configurationFile=logback-reader.xml");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(child);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    return builder.start();
  }

  /** What ended a child. */
  private enum End {
    BY_ITSELF,
    LATE,
    STOPPED
  }

  private static Thread watch(
      Process process, Limits limits, Events events, AtomicReference<End> ended) {
    long until = System.nanoTime() + limits.wallTime().toNanos();
    return Thread.startVirtualThread(() -> {
      try {
        while (System.nanoTime() < until && !events.stopped()) {
          long left = Math.max(1, Duration.ofNanos(until - System.nanoTime()).toMillis());
          Thread.sleep(Math.min(LOOK_EVERY_MILLIS, left));
        }
        ended.set(events.stopped() ? End.STOPPED : End.LATE);
        process.destroyForcibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt(); // The reading ended in time.
      }
    });
  }

  /* What the child writes there (stack traces) may carry evidence: it is read so that the child
   * does not block, and thrown away. */
  private static void drain(InputStream errors) {
    try {
      errors.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      return; // The stream ends with the child.
    }
  }

  private static int exitOf(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private static void joinQuietly(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One child's talk, checked as it comes: the child is not trusted. */
  private static final class Conversation {
    private final Target target;
    private final Limits limits;
    private final CountingSink sink;
    private final RecordCodec.Stream codec = new RecordCodec.Stream();
    private Optional<ReaderCard> card = Optional.empty();
    private Optional<Digest> digest = Optional.empty();
    private @Nullable ReaderFault stopped;
    private long bytes;
    private boolean ended;

    Conversation(Target target, Limits limits, CountingSink sink) {
      this.target = target;
      this.limits = limits;
      this.sink = sink;
    }

    void listen(InputStream from) {
      InputStream metered =
          new BoundedStream(
              from,
              limits.outputBytes(),
              () -> {
                throw new OverOutput();
              });
      DataInputStream in = new DataInputStream(new BufferedInputStream(metered, IN_BUFFER));
      try {
        byte[] frame = Frames.next(in);
        while (frame != null && !ended) {
          hear(frame);
          frame = Frames.next(in);
        }
      } catch (OverOutput e) {
        stopped =
            child(
                "SX-READ-OUTPUT",
                "the reader answered more than its limit",
                limits.outputBytes() + " bytes",
                ReaderFault.SMALLER);
      } catch (IllegalStateException | BadValue e) {
        stopped =
            child(
                "SX-READ-PROTOCOL",
                "the reader's process broke its protocol",
                "after item " + sink.tally().items(),
                "report this file's kind; the exhibit is untouched");
      } catch (IOException e) {
        // Cut short by a crash or a kill: finish() tells which.
        return;
      }
    }

    boolean complete() {
      return ended || stopped != null;
    }

    private void hear(byte[] frame) {
      if (Frames.isItem(frame)) {
        sink.item();
      } else if (Frames.isRecords(frame)) {
        new Checked(this).records(Frames.records(frame, codec));
      } else {
        hear(CanonicalJson.readObject(frame));
      }
    }

    private void hear(Map<String, @Nullable Object> frame) {
      switch (Frames.text(frame, "t")) {
        case "opened" -> {
          digest = Optional.of(new Digest(Frames.text(frame, "digest")));
          bytes = Frames.whole(frame, "bytes");
          sink.opened(bytes);
        }
        case "refused" -> {
          stopped = stopped(frame);
          ended = true;
        }
        case "end" -> end(frame);
        default -> pass(frame);
      }
    }

    private void pass(Map<String, @Nullable Object> frame) {
      Events checked = new Checked(this);
      if (!Frames.tell(frame, checked)) {
        throw new IllegalStateException("frame of no known kind");
      }
    }

    private void end(Map<String, @Nullable Object> frame) {
      ended = true;
      stopped = stopped(frame);
      Tally tally = sink.tally();
      if (tally.items() != Frames.whole(frame, "items")
          || tally.records() != Frames.whole(frame, "records")) {
        throw new IllegalStateException("counts differ");
      }
    }

    private @Nullable ReaderFault stopped(Map<String, @Nullable Object> frame) {
      ReaderFault fault = ReaderChild.fault(frame);
      return fault == null ? null : fault.at(target.place(fault.place()));
    }

    private ReaderFault.Child child(String code, String what, String value, String cure) {
      return new ReaderFault.Child(code, what, target.place(), value, cure);
    }

    Finished finish(int exit, End by) {
      if (!ended && stopped == null) {
        if (by == End.STOPPED) {
          stopped = ReaderFault.stopped(target.place());
        } else if (by == End.LATE) {
          stopped =
              child(
                  "SX-READ-TIME",
                  "the reader ran out of time",
                  limits.wallTime().toSeconds() + " s",
                  ReaderFault.SMALLER);
        } else if (exit == EXIT_OUT_OF_MEMORY) {
          stopped =
              child(
                  "SX-READ-HEAP",
                  "the reader ran out of memory",
                  limits.heapMegabytes() + " MiB",
                  ReaderFault.SMALLER);
        } else {
          stopped =
              child(
                  "SX-READ-CRASH",
                  "the reader's process ended before its work",
                  "exit " + exit,
                  "report this file's kind; the exhibit is untouched");
        }
      }
      if (sink.itemOpen() && digest.isPresent() && stopped != null) {
        sink.fault(
            new Locator(digest.get(), "", 0, 0, ""), new ReadFault(stopped.code(), stopped.what()));
      }
      return new Finished(
          digest, bytes, new ReadOutcome(card, sink.tally(), Optional.ofNullable(stopped)));
    }
  }

  /** Refuses locators into other exhibits and notes which reader speaks. */
  private static final class Checked extends PassingEvents {
    private final Conversation talk;

    Checked(Conversation talk) {
      super(talk.sink);
      this.talk = talk;
    }

    private void check(Locator at) {
      if (talk.digest.isEmpty() || !talk.digest.get().equals(at.exhibit())) {
        throw new IllegalStateException("a locator into another exhibit");
      }
    }

    @Override
    public void chosen(ReaderCard card) {
      talk.card = Optional.of(card);
      super.chosen(card);
    }

    @Override
    public void records(List<? extends Record> records) {
      records.forEach(r -> check(r.header().locator()));
      super.records(records);
    }

    @Override
    public void fault(Locator where, ReadFault fault) {
      check(where);
      super.fault(where, fault);
    }

    @Override
    public void unknown(Locator where, String section) {
      check(where);
      super.unknown(where, section);
    }

    @Override
    public void ignored(Locator where, String rule) {
      check(where);
      super.ignored(where, rule);
    }
  }

  /** What the caller's events threw, told apart from what a wrong frame throws. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final RuntimeException original;

    Refused(RuntimeException original) {
      super(original);
      this.original = original;
    }
  }

  /** Passes on to the caller's events and marks what they throw. */
  private record Guarded(Events next) implements Events {
    private static void call(Runnable step) {
      try {
        step.run();
      } catch (RuntimeException e) {
        throw new Refused(e);
      }
    }

    @Override
    public void chosen(ReaderCard card) {
      call(() -> next.chosen(card));
    }

    @Override
    public void opened(long unpackedBytes) {
      call(() -> next.opened(unpackedBytes));
    }

    @Override
    public void surveyed(TableSurvey survey) {
      call(() -> next.surveyed(survey));
    }

    @Override
    public void rows(RowsRound rows) {
      call(() -> next.rows(rows));
    }

    @Override
    public void sniffed(Sniffed seen) {
      call(() -> next.sniffed(seen));
    }

    @Override
    public void item() {
      call(next::item);
    }

    @Override
    public void records(List<? extends Record> records) {
      call(() -> next.records(records));
    }

    @Override
    public void fault(Locator where, ReadFault fault) {
      call(() -> next.fault(where, fault));
    }

    @Override
    public void unknown(Locator where, String section) {
      call(() -> next.unknown(where, section));
    }

    @Override
    public void ignored(Locator where, String rule) {
      call(() -> next.ignored(where, rule));
    }

    @Override
    public void note(ReadNote note) {
      call(() -> next.note(note));
    }
  }

  /** The child said more than it may. */
  private static final class OverOutput extends IOException {
    private static final long serialVersionUID = 1L;
  }
}
