package dev.sextant.records;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReadOutcome;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Readers;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.Target;
import dev.sextant.terms.Progress;
import java.io.IOException;
import java.util.Optional;

/**
 * Turns a graph file, or any file that states ties or memberships, into a {@link GraphTable}. For
 * research on files without a case; nothing is stored.
 *
 * <p>Nodes keep the order in which the file first names them, isolated ones included. Layers and
 * relations are merged. A table of people by events becomes a graph of both. Where some ties run
 * one way and some both, the graph is directed and tells them apart.
 */
public final class GraphFile {
  private GraphFile() {}

  /**
   * Reads a whole file in a child process.
   *
   * @throws ReaderFault if nobody knows the content, it breaks off ({@code SX-READ-TRUNCATED}) or
   *     overruns a limit ({@code SX-READ-LIMIT}), or it states no network ({@code
   *     SX-READ-NO-NETWORK})
   */
  public static GraphTable read(Reading reading, Target target, Limits limits) throws IOException {
    return read(reading, target, limits, false, Progress.silent());
  }

  /**
   * Reads a file in a child process.
   *
   * @param partial whether a file that breaks off or overruns a limit is taken as far as it goes;
   *     the note {@code SX-NOTE-PARTIAL} then says what is missing
   * @param progress told how many bytes were read
   * @throws ReaderFault as {@link #read(Reading, Target, Limits)}
   */
  public static GraphTable read(
      Reading reading, Target target, Limits limits, boolean partial, Progress progress)
      throws IOException {
    GraphGathering gathering = new GraphGathering(progress, EdgeTimes.claimed());
    ReadOutcome outcome = reading.run(target, limits, gathering).outcome();
    return finish(target.name(), outcome, gathering, partial);
  }

  /**
   * Reads a file in a child process, taking times from a column of the analyst's choice.
   *
   * @param column the file's name for it, in any case; {@code weight} for the numbers that its
   *     reader took for strengths; empty for what the reader took for times
   * @throws ReaderFault as {@link #read(Reading, Target, Limits)}; {@code SX-READ-NO-TIME} if no
   *     tie has a time there
   */
  public static GraphTable timed(
      Reading reading, Target target, Limits limits, String column, Progress progress)
      throws IOException {
    EdgeTimes times = column.isBlank() ? EdgeTimes.claimed() : EdgeTimes.of(column);
    GraphGathering gathering = new GraphGathering(progress, times);
    ReadOutcome outcome = reading.run(target, limits, gathering).outcome();
    GraphTable table = finish(target.name(), outcome, gathering, false);
    if (table.times() == null) {
      throw new ReaderFault.Container(
          "SX-READ-NO-TIME",
          "no tie of the file has a time that can be read",
          target.name(),
          column.isBlank() ? "columns named time, date, timestamp and the like" : column,
          "name the column with --time; its cells must be dates with a time zone or whole numbers");
    }
    return table;
  }

  /**
   * Reads an open source in this process, for trusted files and tests.
   *
   * @throws ReaderFault as {@link #read(Reading, Target, Limits)}
   */
  public static GraphTable read(Source source) throws IOException {
    GraphGathering gathering = new GraphGathering(Progress.silent(), EdgeTimes.claimed());
    return finish(source.name(), Readers.all().read(source, gathering), gathering, false);
  }

  private static GraphTable finish(
      String name, ReadOutcome outcome, GraphGathering gathering, boolean partial) {
    Optional<ReaderFault> stopped = outcome.stopped();
    if (stopped.isPresent() && !(partial && BreakOff.is(stopped.get().code()))) {
      throw stopped.get();
    }
    ReaderFault refusal = gathering.breakOff().refusal(name);
    if (refusal != null && !partial) {
      throw refusal;
    }
    if (gathering.nodes() == 0) {
      throw new ReaderFault.Container(
          "SX-READ-NO-NETWORK",
          "the file states no nodes and no ties",
          name,
          outcome.tally().items() + " items",
          "give a graph file, a list of ties, a matrix or a table of people by events");
    }
    if (stopped.isPresent()) {
      gathering.note(
          new ReadNote(
              "SX-NOTE-PARTIAL",
              "Reading stopped ("
                  + stopped.get().code()
                  + ") after "
                  + outcome.tally().items()
                  + " items: everything after that place is missing from the graph."));
    }
    ReadNote missing = gathering.breakOff().missing();
    if (missing != null) {
      gathering.note(missing);
    }
    long lost = outcome.tally().faults();
    if (lost > 0) {
      gathering.note(
          new ReadNote(
              "SX-NOTE-LOST",
              lost + " items could not be read and are not in the graph; see ./sextant read."));
    }
    return gathering.table();
  }
}
