package dev.sextant.records.reader;

import dev.sextant.custody.CustodyFault;
import dev.sextant.custody.SealedFile;
import dev.sextant.records.reader.mapping.BadProfile;
import dev.sextant.records.reader.mapping.MappingProfile;
import dev.sextant.records.reader.mapping.RowsRound;
import dev.sextant.records.reader.mapping.TableSurvey;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Locator;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The process in which hostile bytes are parsed. It gets one request on its standard input, answers
 * with {@link Frames} on its standard output and ends. It inherits no environment, opens no
 * connection and writes no file.
 */
public final class ReaderChild {
  private static final int OUT_BUFFER = 1 << 16;

  private ReaderChild() {}

  /** Started by {@link Reading} only; takes no arguments. */
  public static void main(String[] args) throws IOException {
    serve(Readers.all());
  }

  /** Answers one request with some readers. */
  static void serve(Readers readers) throws IOException {
    try (DataOutputStream out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUT_BUFFER))) {
      Map<String, @Nullable Object> request = Frames.read(new DataInputStream(System.in));
      if (request == null) {
        throw new IOException("no request");
      }
      answer(readers, request, out);
    }
  }

  private static void answer(
      Readers readers, Map<String, @Nullable Object> request, DataOutputStream out)
      throws IOException {
    Limits limits = limits(request);
    try (ExhibitSource source = open(request, limits)) {
      Map<String, @Nullable Object> opened = Frames.frame("opened");
      opened.put("digest", source.digest().hex());
      opened.put("bytes", source.parts().stream().mapToLong(Source.Part::size).sum());
      Frames.write(out, opened);
      Frames.write(out, end(outcome(readers, request, source, new Frames.Writer(out))));
    } catch (ReaderFault e) {
      Frames.write(out, stopped(Frames.frame("refused"), e));
    } catch (BadProfile e) {
      Frames.write(
          out,
          stopped(
              Frames.frame("refused"),
              new ReaderFault.Container(e.code(), e.what(), e.place(), e.value(), e.cure())));
    } catch (CustodyFault e) {
      // An altered exhibit is no reader's fault and no crash: the analyst must hear of it.
      Frames.write(out, stopped(Frames.frame("refused"), altered(e)));
    }
  }

  private static ReadOutcome outcome(
      Readers readers, Map<String, @Nullable Object> request, Source source, Events events)
      throws IOException {
    String profile = Frames.text(request, "profile");
    return switch (Target.Task.valueOf(Frames.text(request, "task"))) {
      case SURVEY -> {
        Source sound = SoundParts.of(source);
        events.surveyed(
            TableSurvey.of(sound, profile.isEmpty() ? null : MappingProfile.parse(profile)));
        yield new ReadOutcome(Optional.empty(), new CountingSink(events).tally(), Optional.empty());
      }
      case ROWS -> {
        events.rows(
            RowsRound.of(
                source, Frames.text(request, "rowPart"), Frames.whole(request, "rowFrom")));
        yield new ReadOutcome(Optional.empty(), new CountingSink(events).tally(), Optional.empty());
      }
      case SNIFF -> {
        Source sound = SoundParts.of(source);
        Optional<Sniffed> seen = readers.look(sound);
        seen.ifPresent(events::sniffed);
        Optional<ReaderFault> none =
            seen.isPresent() ? Optional.empty() : Optional.of(Readers.refusal(sound));
        yield new ReadOutcome(Optional.empty(), new CountingSink(events).tally(), none);
      }
      case GUESS -> Readers.mapped(TableSurvey.guess(source)).read(source, events);
      case READ ->
          profile.isEmpty()
              ? readers.read(source, events)
              : Readers.mapped(MappingProfile.parse(profile)).read(source, events);
    };
  }

  private static ReaderFault altered(CustodyFault e) {
    return new ReaderFault.Container(e.code(), e.what(), "sealed exhibit", e.value(), e.cure());
  }

  private static ExhibitSource open(Map<String, @Nullable Object> request, Limits limits)
      throws IOException {
    Path path = Path.of(Frames.text(request, "path"));
    String zone = Frames.text(request, "zone");
    String key = Frames.text(request, "key");
    ExhibitSource source =
        key.isEmpty()
            ? ExhibitSource.open(path, limits)
            : ExhibitSource.open(
                SealedFile.open(path, HexFormat.of().parseHex(key)),
                Frames.text(request, "name"),
                new Digest(Frames.text(request, "digest")),
                limits);
    return source.inZone(zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone)));
  }

  private static Map<String, @Nullable Object> end(ReadOutcome outcome) {
    Map<String, @Nullable Object> end = Frames.frame("end");
    Tally tally = outcome.tally();
    end.put("items", tally.items());
    end.put("records", tally.records());
    outcome.stopped().ifPresent(fault -> stopped(end, fault));
    return end;
  }

  private static Map<String, @Nullable Object> stopped(
      Map<String, @Nullable Object> frame, ReaderFault fault) {
    frame.put("family", fault.getClass().getSimpleName());
    frame.put("code", fault.code());
    frame.put("what", fault.what());
    frame.put("place", fault.place());
    frame.put("value", fault.value());
    frame.put("cure", fault.cure());
    return frame;
  }

  /** The fault in a frame made by {@link #stopped}; null if it names none. */
  static @Nullable ReaderFault fault(Map<String, @Nullable Object> frame) {
    if (!frame.containsKey("family")) {
      return null;
    }
    String place = Frames.text(frame, "place");
    String value = Frames.text(frame, "value");
    return switch (Frames.text(frame, "family")) {
      case "Limit" -> new ReaderFault.Limit(Frames.text(frame, "what"), place, value);
      case "Unknown" -> new ReaderFault.Unknown(place, value);
      default ->
          new ReaderFault.Container(
              Frames.text(frame, "code"),
              Frames.text(frame, "what"),
              place,
              value,
              Frames.text(frame, "cure"));
    };
  }

  /** The request for a target, as {@link #main} reads it. */
  static Map<String, @Nullable Object> request(Target target, Limits limits) {
    Map<String, @Nullable Object> request = Frames.frame("read");
    request.put("path", target.path().toAbsolutePath().toString());
    request.put("name", target.name());
    request.put("zone", target.zone().map(ZoneId::getId).orElse(""));
    request.put("key", target.key().map(k -> HexFormat.of().formatHex(k.bytes())).orElse(""));
    request.put("digest", target.key().map(k -> k.digest().hex()).orElse(""));
    request.put("profile", target.profile().map(MappingProfile::canonical).orElse(""));
    request.put("task", target.task().name());
    request.put("rowPart", target.row().map(Locator::part).orElse(""));
    request.put("rowFrom", target.row().map(Locator::from).orElse(0L));
    request.put("unpackedBytes", limits.unpackedBytes());
    request.put("entries", limits.entries());
    request.put("ratio", limits.ratio());
    request.put("containerDepth", limits.containerDepth());
    request.put("nesting", limits.nesting());
    request.put("itemBytes", limits.itemBytes());
    request.put("wallSeconds", limits.wallTime().toSeconds());
    request.put("outputBytes", limits.outputBytes());
    request.put("heapMegabytes", limits.heapMegabytes());
    // Checked here, so that a fault in the request shows in the parent and not as a crash.
    CanonicalJson.write(request);
    return request;
  }

  private static Limits limits(Map<String, @Nullable Object> request) {
    return new Limits(
        Frames.whole(request, "unpackedBytes"),
        (int) Frames.whole(request, "entries"),
        (int) Frames.whole(request, "ratio"),
        (int) Frames.whole(request, "containerDepth"),
        (int) Frames.whole(request, "nesting"),
        (int) Frames.whole(request, "itemBytes"),
        Duration.ofSeconds(Frames.whole(request, "wallSeconds")),
        Frames.whole(request, "outputBytes"),
        (int) Frames.whole(request, "heapMegabytes"));
  }
}
