package dev.sextant.records.reader.graph;

import dev.sextant.records.reader.Reader;
import java.util.ArrayList;
import java.util.List;

/** The readers of graph files and network tables. */
public final class GraphReaders {
  private GraphReaders() {}

  /** Each of them. */
  public static List<Reader> all() {
    List<Reader> all = new ArrayList<>(single());
    all.add(new GraphFolderReader(all));
    all.add(new XlsxReader());
    return all;
  }

  /** True of a reader of tables or charts, by its package. */
  public static boolean reads(Reader reader) {
    return reader.getClass().getPackage().equals(GraphReaders.class.getPackage());
  }

  private static List<Reader> single() {
    return List.of(
        new AnxReader(),
        new DlReader(),
        new DotReader(),
        new GexfReader(),
        new GmlReader(),
        new GraphMlReader(),
        new MatrixMarketReader(),
        new MetisReader(),
        new PajekReader(),
        new TableReader(),
        new VnaReader());
  }
}
