package dev.sextant.records.reader.mapping;

import dev.sextant.records.RecordKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A profile being made: a guess, changed column by column. */
public final class ProfileDraft {
  private static final int WIDTH = 110;

  private final Map<String, Object> tree;

  private ProfileDraft(Map<String, Object> tree) {
    this.tree = tree;
  }

  /** From a profile's text. */
  public static ProfileDraft of(String text) {
    return new ProfileDraft(ProfileText.tree(text));
  }

  /** From nothing but roles. */
  public static ProfileDraft empty() {
    Map<String, Object> tree = new TreeMap<>();
    tree.put("profile", "draft");
    tree.put("version", 1L);
    return new ProfileDraft(tree);
  }

  /** Names it. */
  public ProfileDraft named(String name) {
    tree.put("profile", name);
    return this;
  }

  /** Sets a value below a group, such as {@code times.zone}. */
  public ProfileDraft set(String group, String name, @Nullable String value) {
    if (value != null) {
      Map<String, Object> map = new TreeMap<>();
      if (tree.get(group) instanceof Map<?, ?> old) {
        old.forEach((k, v) -> map.put(String.valueOf(k), v));
      }
      map.put(name, value);
      tree.put(group, map);
    }
    return this;
  }

  /** Sets a value of the whole, such as {@code platform}. */
  public ProfileDraft set(String name, @Nullable String value) {
    if (value != null) {
      tree.put(name, value);
    }
    return this;
  }

  /** What each column is taken for: roles by column, of the first record. */
  public Map<String, String> roles() {
    Map<String, String> roles = new LinkedHashMap<>();
    first()
        .forEach((role, value) -> {
          if (value instanceof String column) {
            roles.put(column, role);
          } else if (value instanceof List<?> list) {
            list.stream()
                .filter(String.class::isInstance)
                .forEach(c -> roles.put(c.toString(), role));
          }
        });
    roles.values().removeIf(r -> r.equals("kind"));
    return roles;
  }

  private Map<String, Object> first() {
    Map<String, Object> first = new TreeMap<>();
    if (tree.get("records") instanceof List<?> list
        && !list.isEmpty()
        && list.getFirst() instanceof Map<?, ?> map) {
      map.forEach((k, v) -> first.put(String.valueOf(k), v));
    }
    return first;
  }

  /**
   * Gives the first record another kind and columns other roles. Roles that the kind has not are
   * dropped; a role may be given to several columns, which for a time are joined.
   *
   * @param kind null to leave it
   * @param given role by column; an empty role takes the column out
   */
  public ProfileDraft with(@Nullable String kind, Map<String, String> given) {
    Map<String, Object> record = first();
    if (kind != null) {
      record.put("kind", kind);
    }
    given.forEach((column, role) -> {
      record.replaceAll((r, value) -> without(value, column));
      record.values().removeIf(v -> v instanceof List<?> list && list.isEmpty());
    });
    given.forEach((column, role) -> {
      if (!role.isEmpty()) {
        record.merge(role, column, ProfileDraft::joined);
      }
    });
    Set<String> possible = possible(record.get("kind"));
    if (!possible.isEmpty()) {
      record.keySet().removeIf(r -> !possible.contains(r) && !given.containsValue(r));
    }
    List<Object> records = new ArrayList<>();
    records.add(record);
    if (kind == null && tree.get("records") instanceof List<?> list && list.size() > 1) {
      records.addAll(list.subList(1, list.size()));
    }
    tree.put("records", records);
    return this;
  }

  private static Set<String> possible(@Nullable Object kind) {
    Set<String> words = new java.util.HashSet<>();
    for (RecordKind one : RecordKind.values()) {
      if (one.name().toLowerCase(Locale.ROOT).equals(kind)) {
        Role.of(one).forEach(r -> words.addAll(r.words()));
        words.addAll(List.of("kind", "when", "turn", "platform"));
      }
    }
    return words;
  }

  private static Object without(Object value, String column) {
    if (value.equals(column)) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list.stream().filter(c -> !c.equals(column)).toList();
    }
    return value;
  }

  private static Object joined(Object before, Object column) {
    List<Object> all = new ArrayList<>();
    if (before instanceof List<?> list) {
      all.addAll(list);
    } else {
      all.add(before);
    }
    all.add(column);
    return all;
  }

  /**
   * The profile.
   *
   * @throws BadProfile if it is none yet
   */
  public MappingProfile profile() {
    return MappingProfile.of(tree);
  }

  /** As YAML for people to read and change. */
  public String yaml() {
    return yaml(tree);
  }

  /** A profile as YAML for people to read and change. */
  public static String yaml(MappingProfile profile) {
    return yaml(ProfileText.tree(profile.canonical()));
  }

  private static String yaml(Map<String, Object> tree) {
    Map<String, Object> ordered = new LinkedHashMap<>();
    for (String name : ProfileText.FIELDS) {
      Object value = tree.get(name);
      if (value != null) {
        ordered.put(name, value);
      }
    }
    ordered.putAll(tree);
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(WIDTH);
    options.setAllowUnicode(true);
    return new Yaml(options).dump(ordered);
  }
}
