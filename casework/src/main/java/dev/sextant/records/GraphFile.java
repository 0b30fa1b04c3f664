package dev.sextant.records;

import dev.sextant.records.reader.Limits;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.ReadOutcome;
import dev.sextant.records.reader.ReaderFault;
import dev.sextant.records.reader.Readers;
import dev.sextant.records.reader.Reading;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.Target;
import java.io.IOException;
import java.util.Optional;

/**
 * Turns a graph file, or any file that states ties or memberships, into a {@link GraphTable}. For
 * research on files without a case; nothing is stored.
 *
 * <p>Nodes keep the order in which the file first names them, isolated ones included. Layers and
 * relations are merged. A table of people by events becomes a graph of both. Where some ties run
 * one way and some both, the graph is directed and the latter stand twice.
 */
public final class GraphFile {
  private GraphFile() {}

  /**
   * Reads a file in a child process.
   *
   * @throws ReaderFault if nobody knows the content, it cannot be read to its end, or it states no
   *     network ({@code SX-READ-NO-NETWORK})
   */
  public static GraphTable read(Reading reading, Target target, Limits limits) throws IOException {
    GraphGathering gathering = new GraphGathering();
    return finish(target.name(), reading.run(target, limits, gathering).outcome(), gathering);
  }

  /**
   * Reads an open source in this process, for trusted files and tests.
   *
   * @throws ReaderFault as {@link #read(Reading, Target, Limits)}
   */
  public static GraphTable read(Source source) throws IOException {
    GraphGathering gathering = new GraphGathering();
    return finish(source.name(), Readers.all().read(source, gathering), gathering);
  }

  private static GraphTable finish(String name, ReadOutcome outcome, GraphGathering gathering) {
    Optional<ReaderFault> stopped = outcome.stopped();
    if (stopped.isPresent()) {
      throw stopped.get();
    }
    if (gathering.nodes() == 0) {
      throw new ReaderFault.Container(
          "SX-READ-NO-NETWORK",
          "the file states no nodes and no ties",
          name,
          outcome.tally().items() + " items",
          "give a graph file, a list of ties, a matrix or a table of people by events");
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
