package dev.sextant.records.reader.capture.cdr;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.ConversationRef;
import dev.sextant.records.Header;
import dev.sextant.records.Record;
import dev.sextant.records.reader.ClaimedTimes;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.ReadNote;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.records.reader.graph.Row;
import dev.sextant.records.reader.table.NamedRow;
import dev.sextant.terms.ClaimedTime;
import dev.sextant.terms.ClaimedTime.ZoneBasis;
import dev.sextant.terms.Locator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A row of call detail records as a call or message, and the place of the tower that carried it.
 */
final class CallForm {
  /* "Mobile No '9876543210'", "MSISDN : 9876543210" above the head of a table. */
  private static final Pattern OWN =
      Pattern.compile("(?i)(?:mobile no|msisdn|target no|phone no|number)\\D{0,12}(\\+?\\d{6,15})");

  private final CallColumns names;
  private final Map<String, Antenna> antennas;
  private final Optional<ZoneId> zone;
  private final String within;
  private final boolean orange;
  private DayOrder order = new DayOrder();
  private String own = "";
  private long mangled;
  private long countryless;
  private long zoneless;

  /**
   * @param within file that the owner's name is prefixed with
   * @param orange true for Orange's codes of direction and service
   */
  CallForm(
      CallColumns names,
      Map<String, Antenna> antennas,
      Optional<ZoneId> zone,
      String within,
      boolean orange) {
    this.names = names;
    this.antennas = antennas;
    this.zone = zone;
    this.within = within;
    this.orange = orange;
  }

  void decide(DayOrder decided) {
    order = decided;
  }

  /** A row above the head may say whose records they are. */
  void legend(Row row) {
    Matcher found =
        OWN.matcher(String.join(" ", row.cells().stream().map(Row.Cell::text).toList()));
    if (own.isEmpty() && found.find()) {
      own = found.group(1);
    }
  }

  /** Both numbers of a pair of coordinates; null if they are none. */
  static double @Nullable [] place(String latitude, String longitude) {
    try {
      // Much of Europe and South America writes 52,5200.
      double lat = Double.parseDouble(latitude.strip().replace(',', '.'));
      double lon = Double.parseDouble(longitude.strip().replace(',', '.'));
      boolean valid = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat != 0 || lon != 0);
      return valid ? new double[] {lat, lon} : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private @Nullable AccountRef account(String number) {
    String text = CallColumns.bare(number);
    if (text.isBlank() || text.equals("-") || text.equalsIgnoreCase("null")) {
      return null;
    }
    if (Forms.mangled(text)) {
      mangled++;
      return new AccountRef(PhoneNumbers.PHONE, KeyBasis.LABEL, "rounded " + text, null, null);
    }
    boolean international = PhoneNumbers.international(text);
    AccountRef phone = international ? PhoneNumbers.account(PhoneNumbers.PHONE, text, null) : null;
    countryless += !international && text.matches("[0-9 -]{7,15}") ? 1 : 0;
    return phone != null
        ? phone
        : new AccountRef(PhoneNumbers.PHONE, KeyBasis.LABEL, text, null, null);
  }

  private AccountRef owner() {
    AccountRef account = account(own);
    return account != null
        ? account
        : new AccountRef(
            PhoneNumbers.PHONE,
            KeyBasis.DISPLAY_NAME,
            within + "/the telephone of this table",
            null,
            "the telephone of this table");
  }

  private enum Way {
    IN,
    OUT,
    OPEN
  }

  private Way way(String direction, String kind) {
    if (orange) {
      return direction.equals("1") ? Way.OUT : Way.IN;
    }
    for (String word : (direction + " " + kind).toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
      switch (word) {
        case "in",
            "incoming",
            "mt",
            "mtc",
            "received",
            "terminating",
            "inbound",
            "smsin",
            "mtsms",
            "ankommend",
            "kommend",
            "eingehend",
            "entrante",
            "entrada",
            "recibida",
            "recebida",
            "entrant",
            "reçu",
            "entrata" -> {
          return Way.IN;
        }
        case "out",
            "outgoing",
            "mo",
            "moc",
            "sent",
            "originating",
            "outbound",
            "dialed",
            "dialled",
            "smsout",
            "mosms",
            "abgehend",
            "gehend",
            "ausgehend",
            "saliente",
            "saída",
            "saida",
            "realizada",
            "efetuada",
            "originada",
            "sortant",
            "émis",
            "uscita" -> {
          return Way.OUT;
        }
        default -> {}
      }
    }
    return Way.OPEN;
  }

  private boolean text(String direction, String kind) {
    String both = (direction + " " + kind).toLowerCase(Locale.ROOT);
    return orange
        ? kind.startsWith("2")
        : both.contains("sms")
            || both.contains("text")
            || both.contains("mms")
            || both.contains("smt")
            || both.contains("smo");
  }

  /** The records of a row; none if it says neither who nor when. */
  List<Record> records(NamedRow row, Locator at) {
    String subscriber = names.take(row, "subscriber");
    String caller = names.take(row, "caller");
    String called = names.take(row, "called");
    String other = names.take(row, "other");
    String direction = names.take(row, "direction");
    String kind = names.take(row, "kind");
    ClaimedTime time = time(row);
    Way way = way(direction, kind);
    AccountRef own =
        subscriber.isEmpty()
            ? (caller.isEmpty() || called.isEmpty() ? owner() : null)
            : account(subscriber);
    AccountRef from = account(caller);
    AccountRef to = account(called);
    if (from == null || to == null) {
      AccountRef end = account(other);
      end = end != null ? end : from != null ? from : to;
      from = way == Way.IN ? end : own;
      to = way == Way.IN ? own : end;
      if (end == null && time.instant() == null) {
        return List.of();
      }
    }
    Duration duration = duration(row);
    Map<String, String> extra = extra(row, direction, kind, way);
    Header header = new Header(PhoneNumbers.PHONE, at, time, extra);
    List<Record> records = new ArrayList<>();
    records.add(
        text(direction, kind)
            ? message(header, from, to)
            : new Record.Call(
                header,
                null,
                from,
                to == null ? List.of() : List.of(to),
                duration,
                direction.isBlank() ? null : direction));
    // Whose telephone the tower served: the subscriber, else the end that the direction tells.
    AccountRef near = own != null ? own : way == Way.IN ? to : from;
    Record tower = tower(row, header, near);
    if (tower != null) {
      records.add(tower);
    }
    return records;
  }

  private static Record message(Header header, @Nullable AccountRef from, @Nullable AccountRef to) {
    List<String> keys = new ArrayList<>();
    for (AccountRef end : new AccountRef[] {from, to}) {
      if (end != null) {
        keys.add(end.key());
      }
    }
    keys.sort(null);
    var direct =
        new ConversationRef(
            PhoneNumbers.PHONE, ConversationRef.Kind.DIRECT, String.join("-", keys), null);
    return new Record.Message(
        header,
        direct,
        from,
        to == null ? List.of() : List.of(to),
        null,
        "",
        null,
        null,
        null,
        List.of(),
        List.of());
  }

  private Map<String, String> extra(NamedRow row, String direction, String kind, Way way) {
    Map<String, String> extra = new TreeMap<>();
    for (String role : new String[] {"imei", "imsi"}) {
      String said = names.take(row, role);
      if (!said.isEmpty()) {
        extra.put(role, said);
        if (Forms.mangled(said)) {
          mangled++;
          extra.put("mangled " + role, "a spreadsheet rounded it");
        }
      }
    }
    if (!direction.isBlank()) {
      extra.put("direction", direction);
    }
    if (!kind.isBlank()) {
      extra.put("service", kind);
    }
    if (way == Way.OPEN) {
      extra.put("direction of the row", "not said: ends as the columns name them");
    }
    row.rest().forEach(extra::putIfAbsent);
    return extra;
  }

  private ClaimedTime time(NamedRow row) {
    String start = names.take(row, "start");
    String date = start.isEmpty() ? names.take(row, "date") : start;
    boolean hasDate = date.matches(".*\\d[-/.]\\S+[-/.]\\d.*");
    String clock = start.isEmpty() || !hasDate ? names.take(row, "clock") : "";
    if (!start.isEmpty() && !hasDate && !start.matches("\\d{9,14}(\\.\\d+)?")) {
      clock = start; // "Start time" beside a "Date" holds the time of day only.
      date = names.take(row, "date");
    }
    String both = (date + " " + clock).strip();
    if (both.isEmpty()) {
      return ClaimedTime.none();
    }
    boolean utc = names.utc(row, !start.isEmpty() ? "start" : clock.isEmpty() ? "date" : "clock");
    DayOrder.When when = order.read(date, clock);
    if (when != null && when.time().getYear() > 1970) {
      if (utc) {
        Instant stated = when.time().toInstant(ZoneOffset.UTC);
        return new ClaimedTime(stated, both, ZoneBasis.STATED, "UTC", when.precision());
      }
      zoneless += zone.isEmpty() ? 1 : 0;
      return ClaimedTimes.ofLocal(when.time(), both, zone, when.precision());
    }
    ClaimedTime other = Forms.time(both, utc, zone);
    Instant instant = other.instant();
    return instant == null ? ClaimedTime.unreadable(both) : other;
  }

  private @Nullable Duration duration(NamedRow row) {
    String text = names.take(row, "duration");
    Matcher clock = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,3}):(\\d{2})").matcher(text);
    if (clock.matches()) {
      long hours = clock.group(1) == null ? 0 : Long.parseLong(clock.group(1));
      return Duration.ofSeconds(
          hours * 3600 + Long.parseLong(clock.group(2)) * 60 + Long.parseLong(clock.group(3)));
    }
    return text.matches("\\d{1,8}(\\.\\d{1,6})?")
        ? Duration.ofMillis(Math.round(Double.parseDouble(text) * 1000))
        : null;
  }

  /* The tower stands where the operator says; the telephone was somewhere around it. */
  private @Nullable Record tower(NamedRow row, Header call, @Nullable AccountRef whose) {
    String cell = names.take(row, "cell");
    String name = names.take(row, "cell-name");
    double[] place = place(names.take(row, "latitude"), names.take(row, "longitude"));
    if (place == null) {
      place = Towers.place(names.take(row, "position"));
    }
    if (place == null) {
      place = Towers.place(name);
    }
    Antenna listed = antennas.get(cell);
    Sector sector = Sector.of(row, names);
    if (listed != null) {
      place = place == null ? listed.place() : place;
      sector = sector.or(listed.sector());
    }
    if (place == null) {
      return null;
    }
    Map<String, String> extra = new TreeMap<>();
    extra.put("tower", "true");
    extra.put("note", "the place of the tower, not of the telephone");
    if (!cell.isEmpty()) {
      extra.put("cell", cell);
    }
    sector.into(extra);
    return new Record.Place(
        new Header(PhoneNumbers.PHONE, call.locator(), call.claimed(), extra),
        whose,
        place[0],
        place[1],
        Double.NaN,
        name.isEmpty() ? (cell.isEmpty() ? "tower" : "cell " + cell) : name);
  }

  /** What the analyst should know of the table. */
  List<ReadNote> notes() {
    List<ReadNote> notes = new ArrayList<>();
    if (order.undecided()) {
      notes.add(
          new ReadNote(
              "SX-NOTE-DATE-ORDER",
              "No date tells whether day or month comes first: read as day first, which is open."));
    }
    if (mangled > 0) {
      notes.add(
          new ReadNote(
              "SX-NOTE-MANGLED",
              mangled
                  + " numbers have lost digits to an exponent; they are labels and join"
                  + " nobody."));
    }
    if (countryless > 0) {
      notes.add(
          new ReadNote(
              "SX-NOTE-REGION",
              countryless
                  + " telephone numbers lack their country; they are labels. A mapping profile can"
                  + " state a region."));
    }
    if (zoneless > 0) {
      notes.add(
          new ReadNote(
              "SX-NOTE-ZONE",
              zoneless + " times have no zone and none was declared; they are told as if UTC."));
    }
    return List.copyOf(notes);
  }
}
