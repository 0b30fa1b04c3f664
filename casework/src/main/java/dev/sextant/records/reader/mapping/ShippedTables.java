package dev.sextant.records.reader.mapping;

import dev.sextant.records.reader.Reader;
import dev.sextant.records.reader.ReaderCard;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads tables whose columns one of the shipped profiles recognises, without being asked for it by
 * name.
 */
public final class ShippedTables implements Reader {
  /* Above a network table's guess by its shape: these columns are named one by one. */
  private static final int CERTAINTY = 88;

  private final Profiles profiles = Profiles.shipped();

  /** A reader with the shipped profiles. */
  public ShippedTables() {}

  @Override
  public ReaderCard card() {
    List<String> covers =
        profiles.all().stream()
            .filter(p -> !p.recognise().isEmpty())
            .map(p -> p.name() + "/" + p.version() + (p.title() == null ? "" : ": " + p.title()))
            .toList();
    return new ReaderCard(
        "known-table",
        2,
        "Tables that a shipped mapping profile recognises",
        covers,
        List.of("other tables: map their columns"),
        List.of("bandicoot-records: demo tables of the bandicoot project"));
  }

  @Override
  public int sniff(Source source) throws IOException {
    return profile(source).isPresent() ? CERTAINTY : 0;
  }

  private Optional<MappingProfile> profile(Source source) throws IOException {
    List<String> columns = TableSurvey.columns(source);
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    Set<String> have = new HashSet<>();
    columns.forEach(c -> have.add(c.toLowerCase(Locale.ROOT)));
    for (MappingProfile profile : profiles.all()) {
      boolean all =
          !profile.recognise().isEmpty()
              && profile.recognise().stream()
                  .allMatch(c -> have.contains(c.toLowerCase(Locale.ROOT)));
      if (all && new MappedTable(profile).sniff(source) > 0) {
        return Optional.of(profile);
      }
    }
    return Optional.empty();
  }

  @Override
  public void read(Source source, Sink sink) throws IOException {
    new MappedTable(profile(source).orElseThrow()).read(source, sink);
  }
}
