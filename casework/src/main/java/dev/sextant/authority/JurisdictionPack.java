package dev.sextant.authority;

import dev.sextant.terms.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What a jurisdiction sets: numbers, clocks, thresholds, catalogues of offences and instruments, as
 * one YAML text with a version. Every act names its digest, so that a replay knows by which numbers
 * it was judged. A value that is asked for and not there is a fault, never a default: unknown means
 * deny.
 *
 * <p>Values are addressed by a path of names joined by dots, as in {@code permit.longest}.
 */
public final class JurisdictionPack {
  /** Packs are small; a larger text is a mistake or an attack. */
  private static final int MOST_CHARACTERS = 1 << 20;

  private final String text;
  private final Digest digest;
  private final Map<String, Object> values;

  private JurisdictionPack(String text, Map<String, Object> values) {
    this.text = text;
    this.digest = Digest.of(text.getBytes(StandardCharsets.UTF_8));
    this.values = values;
  }

  /**
   * Reads a pack.
   *
   * @throws BadScope {@code SX-AUTH-PACK} if it is not a mapping of names, or lacks {@code pack} or
   *     {@code version}
   */
  public static JurisdictionPack parse(String text) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    strict.setMaxAliasesForCollections(0);
    strict.setCodePointLimit(MOST_CHARACTERS);
    Object read;
    try {
      read = new Yaml(new SafeConstructor(strict)).load(text);
    } catch (YAMLException e) {
      throw fault("not a YAML text", "pack", firstLine(e));
    }
    if (!(read instanceof Map<?, ?> map)) {
      throw fault("not a mapping of names", "pack", String.valueOf(read).length() + " characters");
    }
    JurisdictionPack pack = new JurisdictionPack(text, named(map, "pack"));
    pack.text("pack");
    pack.number("version");
    return pack;
  }

  /**
   * A pack that ships with the program.
   *
   * @param name {@code us-federal} or {@code eu-led}
   */
  public static JurisdictionPack shipped(String name) {
    try (InputStream in = JurisdictionPack.class.getResourceAsStream("/packs/" + name + ".yaml")) {
      if (in == null) {
        throw fault("no such pack is shipped", "pack", name);
      }
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the packs that ship with the program. */
  static List<String> shippedNames() {
    return List.of("eu-led", "us-federal");
  }

  /** Tells each value that is no mapping, with its path. */
  void leaves(BiConsumer<String, Object> each) {
    leaves("", values, each);
  }

  private static void leaves(String path, Map<?, ?> map, BiConsumer<String, Object> each) {
    map.forEach((name, value) -> {
      String below = path.isEmpty() ? String.valueOf(name) : path + "." + name;
      if (value instanceof Map<?, ?> deeper) {
        leaves(below, deeper, each);
      } else {
        each.accept(below, String.valueOf(value));
      }
    });
  }

  /** Whether it says anything at this path. */
  public boolean says(String path) {
    return found(path) != null;
  }

  /** Its name. */
  public String name() {
    return text("pack");
  }

  /** Its version, from 1. */
  public long version() {
    return number("version");
  }

  /** SHA-256 of its text. */
  public Digest digest() {
    return digest;
  }

  /** The text it was read from. */
  public String text() {
    return text;
  }

  /** A word or sentence. */
  public String text(String path) {
    Object value = at(path);
    if (value instanceof Map || value instanceof List) {
      throw fault("not a text", path, value.getClass().getSimpleName());
    }
    return value.toString();
  }

  /** A whole number. */
  public long number(String path) {
    Object value = at(path);
    if (value instanceof Integer || value instanceof Long) {
      return ((Number) value).longValue();
    }
    throw fault("not a whole number", path, value.toString());
  }

  /** Yes or no. */
  public boolean flag(String path) {
    if (at(path) instanceof Boolean yes) {
      return yes;
    }
    throw fault("neither true nor false", path, at(path).toString());
  }

  /** A time's length, written as in ISO 8601: {@code P14D}, {@code PT8H}. */
  public Duration duration(String path) {
    String value = text(path);
    try {
      return Duration.parse(value);
    } catch (DateTimeParseException e) {
      throw fault("not a duration such as P14D or PT8H", path, value);
    }
  }

  /** A list of words. */
  public List<String> words(String path) {
    if (at(path) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    throw fault("not a list", path, at(path).toString());
  }

  /** A list of mappings, such as a catalogue. */
  public List<Map<String, Object>> rows(String path) {
    if (!(at(path) instanceof List<?> list)) {
      throw fault("not a list", path, at(path).toString());
    }
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof Map<?, ?> map)) {
        throw fault("not a mapping of names", path + "." + i, String.valueOf(list.get(i)));
      }
      rows.add(named(map, path + "." + i));
    }
    return rows;
  }

  /** A part of it, as names and values. */
  public Map<String, Object> part(String path) {
    if (at(path) instanceof Map<?, ?> map) {
      return named(map, path);
    }
    throw fault("not a mapping of names", path, at(path).toString());
  }

  private @Nullable Object found(String path) {
    @Nullable Object here = values;
    for (String name : path.split("\\.", -1)) {
      here = here instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return here;
  }

  private Object at(String path) {
    Object here = found(path);
    if (here == null) {
      throw fault("the pack does not say", path, "nothing");
    }
    return here;
  }

  private static Map<String, Object> named(Map<?, ?> map, String place) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((name, value) -> {
      if (!(name instanceof String word) || value == null) {
        throw fault("a name without a value, or not a name", place, String.valueOf(name));
      }
      named.put(word, value);
    });
    return named;
  }

  private static String firstLine(YAMLException e) {
    return Objects.toString(e.getMessage(), "").lines().findFirst().orElse("unreadable");
  }

  private static BadScope fault(String what, String place, String value) {
    return new BadScope(
        "SX-AUTH-PACK", what, "jurisdiction pack, " + place, value, "mend the pack's text");
  }

  @Override
  public String toString() {
    return "JurisdictionPack " + name() + " " + version();
  }
}
