package dev.sextant.authority.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The actions that a schema names, with the groups to which they belong and what they apply to.
 *
 * @param actions by name
 */
public record Vocabulary(Map<String, Action> actions) {
  private static final Pattern DECLARED =
      Pattern.compile(
          "\\baction\\s+(\\w+(?:\\s*,\\s*\\w+)*+)(?:\\s+in\\s+\\[([^\\]]*)\\])?"
              + "(?:\\s*appliesTo\\s*\\{([^}]*)\\})?\\s*;");

  /** Copies in order. */
  public Vocabulary {
    actions = Collections.unmodifiableMap(new TreeMap<>(actions));
  }

  /**
   * An action.
   *
   * @param groups every group that it is in, directly or not
   * @param principals types of those who may do it; empty for a group
   * @param resources types of what it is done to; empty for a group
   */
  public record Action(Set<String> groups, Set<String> principals, Set<String> resources) {}

  /** Reads a schema's actions. */
  public static Vocabulary of(String schema) {
    String bare = schema.replaceAll("//[^\n]*", "");
    Map<String, List<String>> parents = new TreeMap<>();
    Map<String, String> applies = new TreeMap<>();
    Matcher declared = DECLARED.matcher(bare);
    while (declared.find()) {
      for (String name : words(declared.group(1))) {
        String in = declared.group(2);
        parents.put(name, in == null ? List.of() : words(in));
        String to = declared.group(3);
        applies.put(name, to == null ? "" : to);
      }
    }
    Map<String, Action> actions = new TreeMap<>();
    applies.forEach((name, to) -> {
      Set<String> groups = new TreeSet<>();
      climb(name, parents, groups);
      actions.put(name, new Action(groups, types(to, "principal"), types(to, "resource")));
    });
    return new Vocabulary(actions);
  }

  private static void climb(String name, Map<String, List<String>> parents, Set<String> groups) {
    for (String parent : parents.getOrDefault(name, List.of())) {
      if (groups.add(parent)) {
        climb(parent, parents, groups);
      }
    }
  }

  private static Set<String> types(String applies, String what) {
    Matcher list = Pattern.compile(what + "\\s*:\\s*\\[([^\\]]*)\\]").matcher(applies);
    return list.find() ? new TreeSet<>(words(list.group(1))) : Set.of();
  }

  private static List<String> words(String list) {
    List<String> words = new ArrayList<>();
    for (String word : list.split(",")) {
      if (!word.isBlank()) {
        words.add(word.strip());
      }
    }
    return words;
  }

  /** Whether this can be done by such a principal to such a resource at all. */
  boolean knows(String action, String principal, String resource) {
    Action known = actions.get(action);
    return known != null
        && known.principals().contains(principal)
        && known.resources().contains(resource);
  }

  /** Whether an action is in a group. */
  boolean in(String action, String group) {
    Action known = actions.get(action);
    return known != null && known.groups().contains(group);
  }
}
