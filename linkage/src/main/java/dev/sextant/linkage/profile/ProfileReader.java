package dev.sextant.linkage.profile;

import dev.sextant.linkage.LinkageFault;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads profiles; an unknown key, word or number is a fault that names line and cure. */
public final class ProfileReader {
  private static final int MOST_FIELDS = 16;
  private static final int MOST_BYTES = 1 << 20;

  private ProfileReader() {}

  /** Reads a file. */
  public static Profile read(Path path) throws IOException {
    if (!Files.isReadable(path) || Files.isDirectory(path) || Files.size(path) > MOST_BYTES) {
      throw new LinkageFault(
          "SX-LINK-FILE",
          "there is no such profile",
          "profile",
          path.toString(),
          "check the path; a profile is below one mebibyte");
    }
    try {
      return read(String.valueOf(path.getFileName()), Files.readString(path));
    } catch (MalformedInputException e) {
      throw new LinkageFault(
          "SX-LINK-UTF8", "the bytes are not UTF-8", path.toString(), "", "save it as UTF-8", e);
    }
  }

  /**
   * Reads a text.
   *
   * @param name for messages
   */
  public static Profile read(String name, String text) {
    org.yaml.snakeyaml.nodes.Node composed;
    try (Reader in = new StringReader(text)) {
      composed = new Yaml(new LoaderOptions()).compose(in);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
      throw new LinkageFault(
          "SX-LINK-YAML",
          "the profile is not YAML",
          name + ", line " + line,
          String.valueOf(e.getProblem()),
          "check indentation and quotes",
          e);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot fail to be read", e);
    }
    if (composed == null) {
      throw new LinkageFault(
          "SX-LINK-PROFILE", "the profile is empty", name, "", "name id and fields");
    }
    return profile(name, new Entry(name, composed, ""));
  }

  private static Profile profile(String name, Entry root) {
    Entry id = root.get("id");
    Map<String, Double> caps = caps(root.get("groups"));
    List<Field> fields = fields(root.need("fields"), caps);
    List<BlockRule> rules = new ArrayList<>();
    Entry blocking = root.get("blocking");
    if (blocking != null) {
      for (Entry each : blocking.list()) {
        rules.add(RuleReader.rule(each));
      }
    }
    SourceRule source = source(root.get("constraints"));
    Profile.Settings settings = settings(root);
    root.get("about");
    root.finished();
    return new Profile(name, id == null ? "id" : id.text(), fields, rules, caps, source, settings);
  }

  private static Map<String, Double> caps(@Nullable Entry node) {
    Map<String, Double> caps = new LinkedHashMap<>();
    if (node != null) {
      if (!node.isMap()) {
        throw node.fault("a mapping is needed here", "", "write group: most bits");
      }
      for (String key : node.keys()) {
        caps.put(key, node.need(key).number(0.5, 100));
      }
    }
    return caps;
  }

  private static List<Field> fields(Entry node, Map<String, Double> caps) {
    List<Field> fields = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Entry each : node.list()) {
      Field field = field(each, caps);
      if (!names.add(field.name())) {
        throw each.fault("two fields have one name", field.name(), "give each its own name:");
      }
      fields.add(field);
    }
    if (fields.size() > MOST_FIELDS) {
      throw node.fault(
          "too many fields", "" + fields.size(), "use at most " + MOST_FIELDS + " fields");
    }
    return fields;
  }

  private static Field field(Entry node, Map<String, Double> caps) {
    Entry one = node.get("column");
    Entry several = node.get("columns");
    if ((one == null) == (several == null)) {
      throw node.fault("a field needs its columns", "", "write column: or columns:");
    }
    List<String> columns = one != null ? List.of(one.text()) : several.texts();
    Entry name = node.get("name");
    Entry frequency = node.get("frequency");
    Entry group = node.get("group");
    String grouped = group == null ? null : group.text();
    if (group != null && !caps.containsKey(grouped)) {
      throw group.fault("an unknown group", group.text(), "name it with its cap under groups:");
    }
    Entry required = node.get("required");
    Entry learn = node.get("learn");
    Entry shared = node.get("shared");
    Field field =
        new Field(
            name == null ? String.join("+", columns) : name.text(),
            columns,
            node.need("compare").text(),
            options(node.get("options")),
            frequency == null
                ? Field.Frequency.FUZZY
                : Field.Frequency.valueOf(
                    frequency
                        .word(List.of("none", "exact", "fuzzy"))
                        .toUpperCase(java.util.Locale.ROOT)),
            grouped,
            required == null || required.flag(),
            learn != null && !learn.flag(),
            shared != null && shared.flag());
    node.finished();
    return field;
  }

  private static Map<String, Object> options(@Nullable Entry node) {
    Map<String, Object> options = new LinkedHashMap<>();
    if (node != null) {
      for (String key : node.keys()) {
        options.put(key, node.need(key).plain());
      }
    }
    return options;
  }

  private static @Nullable SourceRule source(@Nullable Entry node) {
    if (node == null) {
      return null;
    }
    Entry column = node.get("source");
    Entry most = node.get("most");
    Entry penalty = node.get("penalty");
    Entry across = node.get("across");
    SourceRule rule =
        new SourceRule(
            column == null || column.text().equals("file") ? null : column.text(),
            most == null ? 1 : most.whole(1, 1000),
            penalty == null || penalty.text().equals("never")
                ? Double.POSITIVE_INFINITY
                : penalty.number(0, 100),
            across != null && across.flag());
    node.finished();
    return rule;
  }

  private static Profile.Settings settings(Entry root) {
    Profile.Settings usual = Profile.Settings.DEFAULT;
    Entry prior = root.get("prior");
    Entry seed = root.get("seed");
    Entry limits = root.get("limits");
    Entry block = limits == null ? null : limits.get("block");
    Entry generic = limits == null ? null : limits.get("generic");
    if (limits != null) {
      limits.finished();
    }
    Entry groups = root.get("clustering");
    Entry unscored = groups == null ? null : groups.get("unscored");
    Entry threshold = groups == null ? null : groups.get("threshold");
    Entry grouped = groups == null ? null : groups.get("evidence");
    if (groups != null) {
      groups.finished();
    }
    Entry output = root.get("output");
    Entry floor = output == null ? null : output.get("floor");
    if (output != null) {
      output.finished();
    }
    return new Profile.Settings(
        prior == null ? usual.prior() : prior.number(1e-12, 0.5),
        seed == null ? usual.seed() : (long) seed.number(0, 9e15),
        block == null ? usual.mostBlock() : block.whole(2, 1_000_000),
        generic == null ? usual.generic() : generic.number(0, 1),
        unscored == null ? usual.unscored() : unscored.number(-20, 0),
        threshold == null ? usual.threshold() : threshold.number(-20, 40),
        floor == null ? usual.floor() : floor.number(-60, 60),
        grouped == null ? usual.grouped() : grouped.flag());
  }
}
