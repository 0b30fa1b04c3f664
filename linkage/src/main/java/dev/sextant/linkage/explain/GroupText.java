package dev.sextant.linkage.explain;

import dev.sextant.linkage.canonical.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A group's explanation in plain words and as JSON. */
public final class GroupText {
  private GroupText() {}

  /** In a language, lines ending in line feeds. */
  public static String text(GroupExplanation why, Words.Language language) {
    Words words = Words.of(language);
    StringBuilder out = new StringBuilder();
    line(out, words.say("group.title", words.whole(why.members().size())));
    why.members().forEach(member -> line(out, "  " + shown(member)));
    why.weakest().ifPresent(weakest -> weakest(out, weakest, words));
    for (String member : why.members().stream().skip(1).toList()) {
      List<GroupExplanation.Link> path = why.path(why.members().getFirst(), member);
      if (!path.isEmpty()) {
        line(out, words.say("group.path", path(path, words)));
      }
    }
    return out.toString();
  }

  /** The strongest way between two records in a language, or that there is none; one line. */
  public static String path(GroupExplanation why, String a, String b, Words.Language language) {
    Words words = Words.of(language);
    List<GroupExplanation.Link> path = why.path(a, b);
    return (path.isEmpty()
            ? words.say("group.nopath", shown(a), shown(b))
            : words.say("group.path", path(path, words)))
        + "\n";
  }

  /** The same as canonical JSON: its steps, from the first record. */
  public static String pathJson(GroupExplanation why, String a, String b) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("format", "sextant-identity-path-1");
    all.put("from", a);
    all.put("to", b);
    all.put("path", why.path(a, b).stream().map(GroupText::tree).toList());
    return Json.write(all);
  }

  private static void line(StringBuilder out, String text) {
    out.append(text).append('\n');
  }

  private static String shown(String id) {
    return id.replaceAll("\\p{Cntrl}", " ");
  }

  private static void weakest(StringBuilder out, GroupExplanation.Weakest weakest, Words words) {
    String left = shown(weakest.left().getFirst());
    String right = shown(weakest.right().getFirst());
    if (weakest.average() == Integer.MAX_VALUE) {
      line(out, words.say("group.bond", left, right, words.say("verdict.same")));
      return;
    }
    line(
        out,
        words.say(
            "group.weakest",
            left,
            right,
            words.bits(weakest.average()),
            words.whole(weakest.left().size()),
            words.whole(weakest.right().size())));
    line(
        out,
        "  "
            + weakest
                .strongest()
                .map(link ->
                    words.say(
                        "group.strongest",
                        shown(link.a()),
                        shown(link.b()),
                        words.bits(link.score())))
                .orElseGet(() -> words.say("group.unscored")));
  }

  private static String path(List<GroupExplanation.Link> path, Words words) {
    String text = shown(path.getFirst().a());
    for (GroupExplanation.Link link : path) {
      text =
          link.judged()
              ? words.say("group.judged", text, shown(link.b()))
              : words.say("group.step", text, words.bits(link.score()), shown(link.b()));
    }
    return text;
  }

  /** As canonical JSON. */
  public static String json(GroupExplanation why) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("format", "sextant-identity-group-1");
    all.put("members", why.members());
    all.put("links", why.links().stream().map(GroupText::tree).collect(Collectors.toList()));
    all.put(
        "weakest",
        why.weakest()
            .map(weakest -> {
              Map<String, @Nullable Object> one = new LinkedHashMap<>();
              one.put("left", weakest.left());
              one.put("right", weakest.right());
              one.put("average", weakest.average());
              one.put("strongest", weakest.strongest().map(GroupText::tree).orElse(null));
              return one;
            })
            .orElse(null));
    return Json.write(all);
  }

  private static Map<String, Object> tree(GroupExplanation.Link link) {
    return Map.of("a", link.a(), "b", link.b(), "score", link.score(), "judged", link.judged());
  }
}
