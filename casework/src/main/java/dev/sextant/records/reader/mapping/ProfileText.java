package dev.sextant.records.reader.mapping;

import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.RecordKind;
import dev.sextant.records.reader.mapping.RecordForm.Condition;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Platform;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads the text of a mapping profile, strictly: a name that the format does not know is a fault.
 */
final class ProfileText {
  /** What a profile has on its outermost level, in the order in which it is written. */
  static final List<String> FIELDS =
      List.of(
          "profile",
          "version",
          "title",
          "note",
          "platform",
          "table",
          "times",
          "self",
          "recognise",
          "records");

  private static final int MOST_RECORDS = 20;
  private static final int MOST_COLUMNS = 2000;

  private static final Set<String> FIELD =
      Set.of(
          "column",
          "columns",
          "value",
          "self",
          "basis",
          "platform",
          "region",
          "unit",
          "separator",
          "order",
          "words");

  private static final Map<String, KeyBasis> BASES =
      Map.of(
          "id", KeyBasis.PLATFORM_ID,
          "phone", KeyBasis.PHONE,
          "handle", KeyBasis.HANDLE,
          "name", KeyBasis.DISPLAY_NAME,
          "label", KeyBasis.LABEL);

  private final Map<String, Object> tree;

  ProfileText(Map<String, Object> tree) {
    this.tree = tree;
  }

  /** The tree of a YAML or JSON text: maps, lists, texts, whole numbers, true and false. */
  static Map<String, Object> tree(String text) {
    LoaderOptions strict = new LoaderOptions();
    strict.setAllowDuplicateKeys(false);
    strict.setMaxAliasesForCollections(0);
    strict.setNestingDepthLimit(20);
    strict.setCodePointLimit(MappingProfile.MOST_CHARACTERS);
    Object read;
    try {
      read = new Yaml(new SafeConstructor(strict)).load(text);
    } catch (YAMLException e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new BadProfile("neither YAML nor JSON", "profile", said, "see docs/formats/mapping.md");
    }
    return map(plain(read, "profile"), "profile");
  }

  private static Object plain(@Nullable Object value, String at) {
    return switch (value) {
      case String s -> s;
      case Integer i -> (long) i;
      case Long l -> l;
      case Boolean b -> b;
      case Map<?, ?> map -> {
        Map<String, Object> out = new TreeMap<>();
        map.forEach((k, v) -> out.put(String.valueOf(k), plain(v, at + "." + k)));
        yield out;
      }
      case List<?> list -> {
        List<Object> out = new ArrayList<>();
        list.forEach(one -> out.add(plain(one, at + "[" + out.size() + "]")));
        yield out;
      }
      case null -> throw bad("empty", at, "null", "leave the name out, or give a value");
      default ->
          throw bad("neither text nor whole number", at, value.toString(), "put it in quotes");
    };
  }

  MappingProfile profile() {
    only(tree, "profile", Set.copyOf(FIELDS));
    String name = text(tree, "profile", "profile");
    if (!name.matches("[a-z0-9][a-z0-9.-]{0,39}")) {
      throw bad("not a name", "profile", name, "use lower-case letters, digits, dots, hyphens");
    }
    Object version = tree.get("version");
    if (!(version instanceof Long number) || number < 1) {
      throw bad("not a version", "version", String.valueOf(version), "count from 1");
    }
    optional(tree, "note", "profile");
    List<RecordForm> records = records();
    MappingProfile profile =
        new MappingProfile(
            name,
            number,
            optional(tree, "title", "profile"),
            tree.containsKey("platform") ? platform(tree, "profile") : Platform.TABLE,
            tree.containsKey("table")
                ? table(map(tree.get("table"), "table"))
                : TableForm.detected(),
            tree.containsKey("times")
                ? times(map(tree.get("times"), "times"))
                : TimesForm.detected(),
            tree.containsKey("self") ? field(tree.get("self"), "self") : null,
            tree.containsKey("recognise") ? texts(tree.get("recognise"), "recognise") : List.of(),
            records,
            CanonicalJson.text(tree));
    if (profile.columns().size() > MOST_COLUMNS) {
      throw bad("too many columns", "records", profile.columns().size() + "", "name fewer");
    }
    return profile;
  }

  private static TableForm table(Map<String, Object> map) {
    only(
        map,
        "table",
        Set.of(
            "form",
            "charset",
            "delimiter",
            "quote",
            "skip",
            "header",
            "sheet",
            "comments",
            "decimal"));
    String quote = optional(map, "quote", "table");
    String header = optional(map, "header", "table");
    return new TableForm(
        map.containsKey("form") ? word(TableForm.Kind.class, map, "form", "table") : null,
        charset(optional(map, "charset", "table")),
        delimiter(optional(map, "delimiter", "table")),
        quote == null ? null : quote.equals("none") ? "" : one(quote, "table.quote"),
        count(map.get("skip")),
        header == null
            ? TableForm.Heading.FIRST
            : switch (header) {
              case "true", "first" -> TableForm.Heading.FIRST;
              case "false", "none" -> TableForm.Heading.NONE;
              case "find" -> TableForm.Heading.FIND;
              default ->
                  throw bad(
                      "no way to name columns", "table.header", header, "first, find or none");
            },
        optional(map, "sheet", "table"),
        optional(map, "comments", "table"),
        decimalComma(optional(map, "decimal", "table")));
  }

  private static boolean decimalComma(@Nullable String mark) {
    if (mark == null || mark.equals(".")) {
      return false;
    }
    if (!mark.equals(",")) {
      throw bad("no decimal mark", "table.decimal", mark, "a point or a comma");
    }
    return true;
  }

  private static int count(@Nullable Object skip) {
    if (skip == null) {
      return 0;
    }
    if (skip instanceof Long number && number >= 0 && number <= 100_000) {
      return (int) (long) number;
    }
    throw bad("not a number of rows", "table.skip", skip.toString(), "0 to 100000");
  }

  private static @Nullable String charset(@Nullable String name) {
    try {
      return name == null ? null : Charset.forName(name).name();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw bad(
          "no character set known here", "table.charset", String.valueOf(name), "such as UTF-8");
    }
  }

  private static @Nullable String delimiter(@Nullable String text) {
    if (text == null) {
      return null;
    }
    return switch (text) {
      case "comma" -> ",";
      case "semicolon" -> ";";
      case "tab" -> "\t";
      case "bar" -> "|";
      case "space" -> " ";
      default -> one(text, "table.delimiter");
    };
  }

  private static String one(String text, String at) {
    if (text.length() != 1 || text.charAt(0) == '\n' || text.charAt(0) == '\r') {
      throw bad("not one character", at, text, "one character, or its name");
    }
    return text;
  }

  private static TimesForm times(Map<String, Object> map) {
    only(map, "times", Set.of("zone", "order", "form"));
    String zone = optional(map, "zone", "times");
    try {
      return new TimesForm(
          zone == null ? null : ZoneId.of(zone),
          map.containsKey("order") ? word(TimesForm.Order.class, map, "order", "times") : null,
          map.containsKey("form") ? word(TimesForm.Form.class, map, "form", "times") : null);
    } catch (DateTimeException e) {
      throw bad("no zone known here", "times.zone", String.valueOf(zone), "such as Europe/London");
    }
  }

  private List<RecordForm> records() {
    if (!(tree.get("records") instanceof List<?> list) || list.isEmpty()) {
      throw bad("no records", "records", "", "say what a row gives");
    }
    if (list.size() > MOST_RECORDS) {
      throw bad("too many records a row", "records", list.size() + "", "at most " + MOST_RECORDS);
    }
    List<RecordForm> forms = new ArrayList<>();
    for (Object one : list) {
      String at = "records[" + forms.size() + "]";
      forms.add(record(map(one, at), at));
    }
    return forms;
  }

  private static RecordForm record(Map<String, Object> map, String at) {
    RecordKind kind = word(RecordKind.class, map, "kind", at);
    Map<Role, List<FieldForm>> fields = new EnumMap<>(Role.class);
    map.forEach((name, value) -> {
      if (!Set.of("kind", "platform", "when", "turn").contains(name)) {
        String place = at + "." + name;
        Role role =
            Role.of(name)
                .filter(r -> Role.of(kind).contains(r))
                .orElseThrow(() ->
                    bad(
                        "no field of a " + kind.name().toLowerCase(Locale.ROOT),
                        place,
                        name,
                        Role.of(kind).stream().map(Role::word).toList().toString()));
        if (fields.put(role, fields(role, value, place)) != null) {
          throw bad("given twice under two names", place, name, "keep one");
        }
      }
    });
    for (Set<Role> needed : Role.needed(kind)) {
      if (needed.stream().noneMatch(fields::containsKey)) {
        throw bad(
            "lacks what it cannot do without",
            at,
            kind.name().toLowerCase(Locale.ROOT),
            "give " + needed.stream().map(Role::word).toList());
      }
    }
    return new RecordForm(
        kind,
        map.containsKey("platform") ? platform(map, at) : null,
        map.containsKey("when") ? condition(map.get("when"), at + ".when") : null,
        map.containsKey("turn") ? condition(map.get("turn"), at + ".turn") : null,
        fields);
  }

  private static Condition condition(@Nullable Object value, String at) {
    Map<String, Object> map = map(value, at);
    only(map, at, Set.of("column", "is", "is-not"));
    if (map.containsKey("is") && map.containsKey("is-not")) {
      throw bad("both is and is-not", at, "", "keep one");
    }
    boolean not = map.containsKey("is-not");
    Object is = map.get(not ? "is-not" : "is");
    return new Condition(
        column(map.get("column"), at + ".column"),
        is == null
            ? List.of()
            : texts(is, at).stream().map(t -> t.strip().toLowerCase(Locale.ROOT)).toList(),
        not);
  }

  /* A list of texts is columns joined for a time, else one field each; a list of mappings is one
   * field each. */
  private static List<FieldForm> fields(Role role, Object value, String at) {
    if (value instanceof List<?> list && role != Role.TIME && role != Role.END) {
      List<FieldForm> all = new ArrayList<>();
      for (Object one : list) {
        all.add(field(one, at + "[" + all.size() + "]"));
      }
      if (all.isEmpty()) {
        throw bad("empty", at, "[]", "name a column");
      }
      return all;
    }
    return List.of(field(value, at));
  }

  private static FieldForm field(@Nullable Object value, String at) {
    if (!(value instanceof Map<?, ?>)) {
      return FieldForm.of(columns(value, at).toArray(String[]::new));
    }
    Map<String, Object> map = map(value, at);
    only(map, at, FIELD);
    List<String> columns = new ArrayList<>();
    for (String name : new String[] {"column", "columns"}) {
      if (map.containsKey(name)) {
        columns.addAll(columns(map.get(name), at + "." + name));
      }
    }
    String constant = optional(map, "value", at);
    boolean self = Boolean.TRUE.equals(map.get("self"));
    if (columns.isEmpty() && constant == null && !self) {
      throw bad("no column", at, "", "give column, value or self: true");
    }
    return new FieldForm(
        columns,
        constant,
        self,
        basis(optional(map, "basis", at), at),
        map.containsKey("platform") ? platform(map, at) : null,
        choice(
            map,
            "region",
            at,
            "[A-Z]{2}|WORLD",
            "two capital letters, such as GB; WORLD for numbers with the country but without +"),
        choice(
            map,
            "unit",
            at,
            "seconds|minutes|hours|milliseconds|clock",
            "seconds, minutes, hours, milliseconds or clock"),
        optional(map, "separator", at),
        choice(map, "order", at, "lat-lon|lon-lat", "lat-lon or lon-lat"),
        words(map.get("words"), at + ".words"));
  }

  private static @Nullable KeyBasis basis(@Nullable String word, String at) {
    if (word == null || word.equals("detect")) {
      return null;
    }
    KeyBasis basis = BASES.get(word);
    if (basis == null) {
      throw bad("no kind of key", at + ".basis", word, "id, phone, handle, name, label or detect");
    }
    return basis;
  }

  private static Map<String, String> words(@Nullable Object value, String at) {
    Map<String, String> words = new TreeMap<>();
    if (value != null) {
      map(value, at)
          .forEach(
              (word, ours) -> words.put(word.strip().toLowerCase(Locale.ROOT), ours.toString()));
    }
    return words;
  }

  private static List<String> columns(@Nullable Object value, String at) {
    if (!(value instanceof List<?> list)) {
      return List.of(column(value, at));
    }
    List<String> all = new ArrayList<>();
    list.forEach(one -> all.add(column(one, at)));
    return all;
  }

  private static String column(@Nullable Object value, String at) {
    if (value instanceof Long position && position >= 1) {
      return "#" + position;
    }
    if (value instanceof String name && !name.isBlank()) {
      return name.strip();
    }
    throw bad("no column", at, String.valueOf(value), "a name, or a position from 1");
  }

  private static @Nullable String choice(
      Map<String, Object> map, String name, String at, String pattern, String cure) {
    String value = optional(map, name, at);
    if (value != null && !value.matches(pattern)) {
      throw bad("not among the choices", at + "." + name, value, cure);
    }
    return value;
  }

  private static Platform platform(Map<String, Object> map, String at) {
    try {
      return new Platform(text(map, "platform", at));
    } catch (BadValue e) {
      throw bad("no platform's name", at + ".platform", e.value(), e.cure());
    }
  }

  private static <E extends Enum<E>> E word(
      Class<E> type, Map<String, Object> map, String name, String at) {
    String word = text(map, name, at);
    return Arrays.stream(type.getEnumConstants())
        .filter(e -> said(e).equals(word.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            bad(
                "not among the choices",
                at + "." + name,
                word,
                Arrays.stream(type.getEnumConstants()).map(ProfileText::said).toList().toString()));
  }

  private static String said(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static List<String> texts(@Nullable Object value, String at) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    if (value instanceof String || value instanceof Long) {
      return List.of(value.toString());
    }
    throw bad("neither a text nor a list", at, String.valueOf(value), "give a list");
  }

  private static String text(Map<String, Object> map, String name, String at) {
    String text = optional(map, name, at);
    if (text == null || text.isBlank()) {
      throw bad("lacks " + name, at, "", "give it");
    }
    return text;
  }

  private static @Nullable String optional(Map<String, Object> map, String name, String at) {
    Object value = map.get(name);
    if (value instanceof Map || value instanceof List) {
      throw bad("not a text", at + "." + name, value.getClass().getSimpleName(), "one text");
    }
    return value == null ? null : value.toString();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value, String at) {
    if (value instanceof Map<?, ?>) {
      return (Map<String, Object>) value;
    }
    throw bad("not a mapping of names", at, String.valueOf(value), "see docs/formats/mapping.md");
  }

  private static void only(Map<String, Object> map, String at, Set<String> known) {
    for (String name : map.keySet()) {
      if (!known.contains(name)) {
        throw bad(
            "a name the format does not know",
            at + "." + name,
            name,
            known.stream().sorted().toList().toString());
      }
    }
  }

  private static BadProfile bad(String what, String at, String value, String cure) {
    String shown = value.length() > 80 ? value.substring(0, 80) : value;
    return new BadProfile(what, at, shown, cure);
  }
}
