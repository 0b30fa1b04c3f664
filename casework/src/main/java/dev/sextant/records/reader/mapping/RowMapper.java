package dev.sextant.records.reader.mapping;

import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.mapping.RecordForm.Condition;
import dev.sextant.terms.Locator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes the records of one row as a profile says. */
final class RowMapper {
  /** The name in a record's {@code extra} under which cells that could not be read are told. */
  static final String UNREADABLE = "sextant:unreadable";

  private final MappingProfile profile;
  private final Table table;
  private final TimePlan times;
  private final Accounts accounts;

  RowMapper(MappingProfile profile, Table table, TimePlan times, Accounts accounts) {
    this.profile = profile;
    this.table = table;
    this.times = times;
    this.accounts = accounts;
  }

  /**
   * What came of a row.
   *
   * @param records none if nothing could be made of it
   * @param matched true if the profile has a record for such a row
   * @param lacks what was missing where there is no record
   * @param unreadable columns whose cells could not be read
   */
  record Mapped(List<Record> records, boolean matched, String lacks, List<String> unreadable) {}

  /** Maps a row. */
  Mapped map(Grid.Line line, Locator at) {
    List<Record> bare = new ArrayList<>();
    List<Cells> taken = new ArrayList<>();
    boolean matched = false;
    String lacks = "";
    for (RecordForm form : profile.records()) {
      if (!holds(form.when(), line)) {
        continue;
      }
      matched = true;
      Cells cells = new Cells(table, line, form);
      boolean turned = form.turn() != null && holds(form.turn(), line);
      RecordMaker maker = new RecordMaker(profile, form, cells, accounts, times, turned);
      Header header =
          new Header(
              form.platform() == null ? profile.platform() : form.platform(),
              at,
              times.claimed(cells),
              Map.of());
      Optional<Record> record = maker.make(header);
      if (record.isPresent()) {
        bare.add(record.get());
        taken.add(cells);
      } else if (lacks.isEmpty()) {
        lacks = form.kind().name().toLowerCase(Locale.ROOT) + " without " + maker.lacks();
      }
    }
    return new Mapped(
        finished(bare, taken, line),
        matched,
        lacks,
        taken.stream().flatMap(c -> c.unreadable().keySet().stream()).distinct().toList());
  }

  /* The first record carries what no record has taken; each carries what it was told to keep. */
  private List<Record> finished(List<Record> bare, List<Cells> taken, Grid.Line line) {
    List<Record> records = new ArrayList<>();
    for (int i = 0; i < bare.size(); i++) {
      Map<String, String> extra = new TreeMap<>(taken.get(i).kept());
      if (i == 0) {
        rest(line, taken, extra);
      }
      Map<String, String> unreadable = taken.get(i).unreadable();
      if (!unreadable.isEmpty()) {
        StringBuilder told = new StringBuilder();
        unreadable.forEach((column, why) -> {
          told.append(told.isEmpty() ? "" : "; ").append(column).append(": ").append(why);
          extra.put(column, taken.getFirst().text(column));
        });
        extra.put(UNREADABLE, told.toString());
      }
      records.add(Extras.with(bare.get(i), extra));
    }
    return records;
  }

  private void rest(Grid.Line line, List<Cells> taken, Map<String, String> extra) {
    Grid.Heads heads = table.heads(line);
    for (int i = 0; i < line.cells().size(); i++) {
      String text = line.cells().get(i).text();
      String name = heads.name(i);
      if (!text.isEmpty() && taken.stream().noneMatch(c -> c.took(name))) {
        extra.put(name, text);
      }
    }
  }

  private boolean holds(@Nullable Condition condition, Grid.Line line) {
    if (condition == null) {
      return true;
    }
    String text = table.cell(line, condition.column()).text().strip().toLowerCase(Locale.ROOT);
    if (condition.is().isEmpty()) {
      return text.isEmpty() == condition.not();
    }
    return condition.is().contains(text) != condition.not();
  }
}
