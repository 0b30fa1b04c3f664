package dev.sextant.linkage.profile;

import dev.sextant.linkage.LinkageFault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A place in a profile: typed reading, every mistake with its file, line, value and cure. */
final class Entry {
  private final String file;
  private final org.yaml.snakeyaml.nodes.Node node;
  private final String path;
  private final Set<String> asked = new LinkedHashSet<>();

  Entry(String file, org.yaml.snakeyaml.nodes.Node node, String path) {
    this.file = file;
    this.node = node;
    this.path = path;
  }

  String place() {
    String at = path.isEmpty() ? "" : ", " + path;
    return file + ", line " + (node.getStartMark().getLine() + 1) + at;
  }

  LinkageFault fault(String what, String value, String cure) {
    return new LinkageFault("SX-LINK-PROFILE", what, place(), value, cure);
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The value under a key, or null where it is not there. */
  @Nullable Entry get(String key) {
    asked.add(key);
    if (!(node instanceof MappingNode map)) {
      throw fault("a mapping is needed here", shown(), "write key: value");
    }
    Entry found = null;
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
        if (found != null) {
          throw found.fault("a key stands twice", key, "keep one");
        }
        found = new Entry(file, tuple.getValueNode(), path.isEmpty() ? key : path + "." + key);
      }
    }
    return found;
  }

  Entry need(String key) {
    Entry found = get(key);
    if (found == null) {
      throw fault("a key is missing", key, "add " + key + ":");
    }
    return found;
  }

  /** To be called when all keys have been asked for: any other is a fault. */
  void finished() {
    for (String key : keys()) {
      if (!asked.contains(key)) {
        throw fault("an unknown key", key, "use " + String.join(", ", asked));
      }
    }
  }

  List<String> keys() {
    List<String> keys = new ArrayList<>();
    if (node instanceof MappingNode map) {
      for (NodeTuple tuple : map.getValue()) {
        keys.add(tuple.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?");
      }
    }
    return keys;
  }

  List<Entry> list() {
    List<Entry> nodes = new ArrayList<>();
    if (node instanceof SequenceNode list) {
      int at = 0;
      for (org.yaml.snakeyaml.nodes.Node each : list.getValue()) {
        nodes.add(new Entry(file, each, path + "[" + at++ + "]"));
      }
    } else {
      nodes.add(this);
    }
    return nodes;
  }

  String text() {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw fault("a text is needed here", shown(), "write one word or quoted text");
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Entry each : list()) {
      texts.add(each.text());
    }
    return texts;
  }

  double number(double least, double most) {
    try {
      double value = Double.parseDouble(text());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw fault("a number is needed here", shown(), "write a number");
    }
    throw fault("the number is out of range", shown(), "use " + least + " to " + most);
  }

  int whole(int least, int most) {
    double value = number(least, most);
    if (value != Math.rint(value)) {
      throw fault("a whole number is needed here", shown(), "use " + least + " to " + most);
    }
    return (int) value;
  }

  boolean flag() {
    return switch (text()) {
      case "true", "yes" -> true;
      case "false", "no" -> false;
      default -> throw fault("yes or no is needed here", shown(), "write true or false");
    };
  }

  String word(List<String> allowed) {
    String text = text();
    if (!allowed.contains(text)) {
      throw fault("an unknown word", text, "use one of " + String.join(", ", allowed));
    }
    return text;
  }

  /** Plain values, as YAML yields them. */
  Object plain() {
    if (node instanceof MappingNode) {
      Map<String, Object> map = new LinkedHashMap<>();
      for (String key : keys()) {
        map.put(key, need(key).plain());
      }
      return map;
    }
    if (node instanceof SequenceNode) {
      List<Object> list = new ArrayList<>();
      list().forEach(each -> list.add(each.plain()));
      return list;
    }
    String text = text();
    if (node.getTag().equals(Tag.BOOL)) {
      return flag();
    }
    if (node.getTag().equals(Tag.INT) && text.length() < 10) {
      return Integer.valueOf(text);
    }
    return node.getTag().equals(Tag.FLOAT) ? (Object) Double.valueOf(text) : text;
  }

  private String shown() {
    return node instanceof ScalarNode scalar
        ? scalar.getValue()
        : node instanceof SequenceNode ? "a list" : "a mapping";
  }
}
