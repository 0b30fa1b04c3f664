package dev.sextant.linkage.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads blocking rules: lists of keys such as {@code surname:prefix(3)}. */
final class RuleReader {
  private static final Pattern KEY =
      Pattern.compile("([^:()]+)(?::([a-z-]+)(?:\\(([0-9, ]*)\\))?)?");

  private RuleReader() {}

  static BlockRule rule(Entry node) {
    int window = 0;
    List<String> texts;
    if (node.isMap()) {
      texts = node.need("sorted").texts();
      window = node.need("window").whole(1, 100);
      node.finished();
    } else {
      texts = node.texts();
    }
    List<BlockRule.Key> keys = new ArrayList<>();
    for (String text : texts) {
      keys.add(key(node, text));
    }
    if (keys.isEmpty()) {
      throw node.fault("a rule needs a key", "", "write [column, column:prefix(3)]");
    }
    StringBuilder text = new StringBuilder();
    keys.forEach(key -> text.append(text.isEmpty() ? "" : " & ").append(key));
    String shown = window == 0 ? text.toString() : "sorted(" + text + ", " + window + ")";
    return new BlockRule(shown, keys, window);
  }

  private static BlockRule.Key key(Entry node, String text) {
    Matcher matcher = KEY.matcher(text);
    if (!matcher.matches()) {
      throw node.fault("a key cannot be read", text, "write column or column:function(number)");
    }
    String function = matcher.group(2) == null ? "exact" : matcher.group(2);
    KeyFunction known = KeyFunction.named(function);
    if (known == null) {
      throw node.fault("an unknown key function", function, "use one of " + KeyFunction.names());
    }
    List<Integer> arguments = new ArrayList<>();
    if (matcher.group(3) != null && !matcher.group(3).isBlank()) {
      for (String number : matcher.group(3).split(",", -1)) {
        try {
          arguments.add(Integer.valueOf(number.strip()));
        } catch (NumberFormatException e) {
          throw node.fault("a key's argument is no whole number", number, "write prefix(3)");
        }
      }
    }
    if (arguments.size() > known.defaults().size()) {
      throw node.fault("too many arguments for a key", text, "at most " + known.defaults().size());
    }
    for (int i = arguments.size(); i < known.defaults().size(); i++) {
      arguments.add(known.defaults().get(i));
    }
    for (int argument : arguments) {
      if (argument < 1 || argument > 10_000) {
        throw node.fault("a key's argument is out of range", text, "use 1 to 10000");
      }
    }
    List<String> columns =
        Arrays.stream(matcher.group(1).split("\\+", -1)).map(String::strip).toList();
    if (columns.size() > 1 && known != KeyFunction.UNORDERED) {
      throw node.fault(
          "this key takes one column", text, "use a+b:unordered, or list the keys apart");
    }
    return new BlockRule.Key(columns, function, arguments);
  }
}
