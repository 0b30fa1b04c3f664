package dev.sextant.records.reader.returns;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Header;
import dev.sextant.records.reader.Shelf;
import dev.sextant.records.reader.Sink;
import dev.sextant.records.reader.Source;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the forms of a table need besides the row.
 *
 * @param source all parts
 * @param part what is being read
 * @param path name and folder of it, or of the workbook it is in, lower case
 * @param platform whose return it is
 * @param known the account the return is about, or null
 * @param files paths of parts by what rows name them by, where that is not their path
 * @param shelf media beside the tables
 * @param sink where items go
 */
public record Telling(
    Source source,
    Source.Part part,
    String path,
    Platform platform,
    @Nullable AccountRef known,
    Map<String, String> files,
    Shelf shelf,
    Sink sink) {

  /** The account the return is about, or the one without a name. */
  public AccountRef owner() {
    return known == null ? Names.unnamed(platform) : known;
  }

  /** The last segment of the path. */
  public String file() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A time in the first of these columns; the platform's returns are in UTC unless they say so. */
  public ClaimedTime utc(NamedRow row, String... columns) {
    return Stamps.utc(row.text(columns));
  }

  /** The time of a row by the columns' names; where none says its zone, the analyst's counts. */
  public ClaimedTime time(NamedRow row) {
    for (String column : Roles.TIME.of(row.columns())) {
      String said = row.look(column);
      ClaimedTime time = stamp(column, said);
      if (time.instant() != null) {
        row.text(column);
        return time;
      }
    }
    return stamp("", Roles.TIME.take(row));
  }

  /** A time whose column's name may say that it is in UTC. */
  public ClaimedTime stamp(String column, @Nullable String said) {
    String low = column.toLowerCase(Locale.ROOT);
    boolean utc = low.endsWith("utc") || low.contains("utc_") || low.endsWith("gmt");
    return utc ? Stamps.utc(said) : Stamps.of(said, source.zone());
  }

  /** A header with what nobody took of the row. */
  public Header header(NamedRow row, Locator at, ClaimedTime time) {
    return header(row, at, time, Map.of());
  }

  /** A header with what nobody took of the row and more. */
  public Header header(NamedRow row, Locator at, ClaimedTime time, Map<String, String> more) {
    Map<String, String> extra = new TreeMap<>(row.rest());
    extra.putAll(more);
    return new Header(platform, at, time, extra);
  }

  /** An account by number, handle, telephone or name, whichever the text is. */
  public @Nullable AccountRef who(@Nullable String said) {
    if (said == null || Stamps.nothing(said.strip())) {
      return null;
    }
    String text = said.strip();
    if (known != null && (text.equals(known.key()) || text.equalsIgnoreCase(known.handle()))) {
      return known;
    }
    if (text.matches("[0-9]{3,30}")) {
      return AccountRef.ofId(platform, text, null, null);
    }
    AccountRef phone = Names.ofPhone(platform, text, null);
    if (phone != null) {
      return phone;
    }
    return text.indexOf(' ') < 0 && text.length() <= 120
        ? Names.of(platform, null, text, null)
        : Names.shown(platform, path, text);
  }
}
