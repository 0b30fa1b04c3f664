package dev.sextant.records.reader.mapping;

import dev.sextant.records.RecordKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Guesses what the columns of a table are, by their names first and by what stands in them second.
 * A guess is a proposal to a person; nothing is read by it unless somebody asks.
 */
final class Guess {
  /** A column is a text by content if its cells have so many characters on average. */
  private static final int TEXT_LENGTH = 15;

  private final List<String> names;
  private final List<List<String>> rows;
  private final boolean workbook;
  private final Map<Role, List<String>> roles = new EnumMap<>(Role.class);

  /**
   * @param names of the columns
   * @param rows cells of the first rows, by column
   * @param workbook true if the cells are a workbook's
   */
  Guess(List<String> names, List<List<String>> rows, boolean workbook) {
    this.names = names;
    this.rows = rows;
    this.workbook = workbook;
  }

  /** Role by column, as guessed. */
  Map<String, Role> byColumn() {
    Map<String, Role> by = new LinkedHashMap<>();
    roles.forEach((role, columns) -> columns.forEach(c -> by.put(c, role)));
    return by;
  }

  /**
   * The profile as a tree, ready for {@link MappingProfile#of}; empty if nothing can be guessed.
   */
  Optional<Map<String, Object>> profile(@Nullable RecordKind asked) {
    names.forEach(this::byName);
    byContent();
    RecordKind kind = asked == null ? kind() : asked;
    if (kind == null) {
      return Optional.empty();
    }
    return Optional.of(tree(kind));
  }

  private void byName(String name) {
    Synonyms.of(name).filter(role -> plausible(role, name)).ifPresent(role -> give(role, name));
  }

  private void give(Role role, String column) {
    List<String> columns = roles.computeIfAbsent(role, r -> new ArrayList<>());
    boolean second =
        role == Role.TIME
            && columns.size() == 1
            && Synonyms.timeOfDay(column) != Synonyms.timeOfDay(columns.getFirst());
    if (columns.isEmpty() || second) {
      columns.add(column);
      if (second && Synonyms.timeOfDay(columns.getFirst())) {
        columns.addLast(columns.removeFirst());
      }
    }
  }

  /* A name proposes; cells that cannot be what it says refuse. */
  private boolean plausible(Role role, String name) {
    List<String> filled = filled(name);
    if (filled.isEmpty()) {
      return role != Role.TIME;
    }
    return switch (role) {
      case LATITUDE -> share(filled, t -> Values.degrees(t, t.indexOf(',') >= 0, 90) != null) > 0.8;
      case LONGITUDE ->
          share(filled, t -> Values.degrees(t, t.indexOf(',') >= 0, 180) != null) > 0.8;
      case COORDINATES ->
          share(filled, t -> t.matches(".*\\d[.,]\\d.*[,; /|].*\\d[.,]\\d.*")) > 0.8;
      case IP -> share(filled, t -> Values.address(t) != null) > 0.8;
      case PORT -> share(filled, t -> t.matches("\\d{1,5}(\\.0)?")) > 0.8;
      case DURATION ->
          share(filled, t -> Values.duration(t, null, t.indexOf(',') >= 0) != null) > 0.8;
      case WEIGHT, ACCURACY ->
          share(filled, t -> Values.number(t.replaceAll("\\s*m$", ""), t.indexOf(',') >= 0) != null)
              > 0.8;
      case EMAIL -> share(filled, t -> t.contains("@")) > 0.6;
      case TIME, END ->
          timeOfDayOnly(filled)
              ? Synonyms.timeOfDay(name) || role == Role.END
              : timeShare(filled) > 0.8;
      default -> true;
    };
  }

  private static boolean timeOfDayOnly(List<String> cells) {
    return share(
            cells,
            t ->
                t.matches("\\d{1,2}[:.h]\\d{2}([:.]\\d{2})?(\\s?[AaPp][Mm])?|0?[.,]\\d{3,}|\\d{6}"))
        > 0.8;
  }

  private double timeShare(List<String> cells) {
    TimeColumn column = new TimeColumn(null, workbook, false);
    cells.forEach(column::see);
    return column.sure();
  }

  private List<String> filled(String name) {
    int at = names.indexOf(name);
    List<String> cells = new ArrayList<>();
    for (List<String> row : rows) {
      if (at >= 0 && at < row.size() && !row.get(at).isEmpty()) {
        cells.add(row.get(at));
      }
    }
    return cells;
  }

  private interface Trait {
    boolean holds(String text);
  }

  private static double share(List<String> cells, Trait test) {
    return cells.isEmpty() ? 0 : cells.stream().filter(test::holds).count() / (double) cells.size();
  }

  /* What no name told: a column of times, of addresses, of words. */
  private void byContent() {
    for (String name : names) {
      List<String> filled = filled(name);
      if (filled.isEmpty() || taken(name)) {
        continue;
      }
      if (!roles.containsKey(Role.TIME) && !timeOfDayOnly(filled) && timeShare(filled) > 0.95) {
        give(Role.TIME, name);
      } else if (!roles.containsKey(Role.IP)
          && share(filled, t -> t.indexOf('.') != t.lastIndexOf('.') && Values.address(t) != null)
              > 0.95) {
        give(Role.IP, name);
      }
    }
    if (!roles.containsKey(Role.TEXT)) {
      longest().ifPresent(name -> give(Role.TEXT, name));
    }
  }

  private boolean taken(String name) {
    return roles.values().stream().anyMatch(c -> c.contains(name));
  }

  private Optional<String> longest() {
    String best = null;
    double most = TEXT_LENGTH;
    for (String name : names) {
      List<String> filled = filled(name);
      double length = filled.stream().mapToInt(String::length).average().orElse(0);
      boolean words =
          share(
                  filled,
                  t ->
                      t.indexOf(' ') > 0
                          && !t.startsWith("{")
                          && !t.startsWith("[")
                          && !t.startsWith("http"))
              > 0.6;
      if (!taken(name) && words && length > most && filled.size() * 2 > rows.size()) {
        best = name;
        most = length;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean has(Role role) {
    return roles.containsKey(role);
  }

  private @Nullable RecordKind kind() {
    boolean placed = has(Role.COORDINATES) || (has(Role.LATITUDE) && has(Role.LONGITUDE));
    if (has(Role.DURATION) && (has(Role.FROM) || has(Role.TO)) && !has(Role.TEXT)) {
      return RecordKind.CALL;
    }
    if (has(Role.TEXT)) {
      return has(Role.TO) || has(Role.CONVERSATION) ? RecordKind.MESSAGE : RecordKind.POST;
    }
    if (has(Role.IP) && has(Role.FROM)) {
      return RecordKind.LOGIN;
    }
    if (placed) {
      return RecordKind.PLACE;
    }
    if (has(Role.FROM) && has(Role.TO)) {
      boolean called =
          names.stream()
              .map(Synonyms::plain)
              .anyMatch(n -> n.matches(".*\\b(call|imei|imsi|cell|msisdn).*"));
      return called ? RecordKind.CALL : RecordKind.RELATION;
    }
    if (has(Role.FROM) && has(Role.CONVERSATION)) {
      return RecordKind.MEMBERSHIP;
    }
    if (has(Role.ID) && has(Role.FROM)) {
      return RecordKind.POST;
    }
    if (has(Role.FROM)) {
      return has(Role.TIME) ? RecordKind.ACTIVITY : RecordKind.PROFILE;
    }
    return has(Role.ID) && has(Role.TIME) ? RecordKind.POST : null;
  }

  private Map<String, Object> tree(RecordKind kind) {
    Map<String, Object> record = new TreeMap<>();
    record.put("kind", kind.name().toLowerCase(Locale.ROOT));
    Set<Role> possible = Role.of(kind);
    roles.forEach((role, columns) -> {
      if (possible.contains(role)) {
        record.put(role.word(), columns.size() == 1 ? columns.getFirst() : List.copyOf(columns));
      }
    });
    List<Object> records = new ArrayList<>();
    records.add(record);
    boolean placed = has(Role.COORDINATES) || (has(Role.LATITUDE) && has(Role.LONGITUDE));
    if (placed && kind != RecordKind.PLACE && has(Role.FROM)) {
      records.add(place());
    }
    Map<String, Object> tree = new TreeMap<>();
    tree.put("profile", "guess");
    tree.put("version", 1L);
    tree.put("records", records);
    return tree;
  }

  private Map<String, Object> place() {
    Map<String, Object> place = new TreeMap<>();
    place.put("kind", "place");
    for (Role role :
        List.of(
            Role.FROM,
            Role.TIME,
            Role.LATITUDE,
            Role.LONGITUDE,
            Role.COORDINATES,
            Role.ACCURACY,
            Role.PLACE)) {
      List<String> columns = roles.get(role);
      if (columns != null) {
        place.put(role.word(), columns.size() == 1 ? columns.getFirst() : List.copyOf(columns));
      }
    }
    return place;
  }
}
