package dev.sextant.records.reader.mapping;

import dev.sextant.records.RecordKind;
import dev.sextant.terms.Platform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that each row gives.
 *
 * @param kind its kind
 * @param platform its platform, or null for the profile's
 * @param when rows that give it, or null for all
 * @param turn rows in which from and to change places (an incoming call), or null
 * @param fields where its fields come from
 */
public record RecordForm(
    RecordKind kind,
    @Nullable Platform platform,
    @Nullable Condition when,
    @Nullable Condition turn,
    Map<Role, List<FieldForm>> fields) {
  /** Copies. */
  public RecordForm {
    Map<Role, List<FieldForm>> copy = new EnumMap<>(Role.class);
    fields.forEach((role, forms) -> copy.put(role, List.copyOf(forms)));
    fields = Collections.unmodifiableMap(copy);
  }

  /**
   * What must hold of a row.
   *
   * @param column which cell is looked at
   * @param is texts that it must be one of, in lower case; empty if any will do that is not empty
   * @param not true if it must not be
   */
  public record Condition(String column, List<String> is, boolean not) {
    /** Copies. */
    public Condition {
      is = List.copyOf(is);
    }
  }

  /** The forms of a role; empty if it has none. */
  public List<FieldForm> all(Role role) {
    return fields.getOrDefault(role, List.of());
  }

  /** The first form of a role. */
  public Optional<FieldForm> first(Role role) {
    return all(role).stream().findFirst();
  }

  /** Every column it names. */
  public List<String> columns() {
    List<String> all = new ArrayList<>();
    for (Condition each : new Condition[] {when, turn}) {
      if (each != null) {
        all.add(each.column());
      }
    }
    fields.values().forEach(forms -> forms.forEach(f -> all.addAll(f.columns())));
    return all.stream().distinct().toList();
  }
}
