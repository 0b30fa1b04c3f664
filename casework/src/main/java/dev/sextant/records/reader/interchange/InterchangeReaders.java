package dev.sextant.records.reader.interchange;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.mapping.ShippedTables;
import java.util.List;

/** What other systems exchange: threat intelligence, investigations, charts. */
public final class InterchangeReaders {
  private InterchangeReaders() {}

  /** Each of them. */
  public static List<Reader> all() {
    return List.of(
        new CaseGraph(), new FtmEntities(), new MispEvent(), new ShippedTables(), new StixBundle());
  }
}
