package dev.sextant.records.reader.archive.bluesky;

import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The search tree of a repository (atproto specification, "Merkle Search Tree"): which key each
 * record has. Its nodes are gathered as they come; then it is walked from its root.
 */
final class RepositoryTree {
  /** An entry of a node, its key already whole. */
  private record Entry(@Nullable String key, @Nullable String value, @Nullable String below) {}

  private final Map<String, List<Entry>> nodes = new HashMap<>();

  /** True if a block is a node of the tree. */
  static boolean node(Json value) {
    return value instanceof Json.Obj o
        && o.get("e") instanceof Json.Arr
        && o.fields().containsKey("l")
        && o.fields().size() == 2;
  }

  /** Takes a node. */
  void add(Cid cid, Json value) {
    Fields f = Fields.of(value);
    List<Entry> entries = new ArrayList<>();
    entries.add(new Entry(null, null, link(f.take("l"))));
    byte[] before = new byte[0];
    for (Json one : f.array("e")) {
      Fields e = Fields.of(one);
      Long shared = e.whole("p");
      byte[] rest = bytes(e.object("k").text("$bytes"));
      int kept = shared == null ? 0 : (int) Math.clamp(shared, 0, before.length);
      byte[] key = java.util.Arrays.copyOf(before, kept + rest.length);
      System.arraycopy(rest, 0, key, kept, rest.length);
      before = key;
      entries.add(
          new Entry(new String(key, StandardCharsets.UTF_8), link(e.take("v")), link(e.take("t"))));
    }
    nodes.put(cid.toString(), List.copyOf(entries));
  }

  private static byte[] bytes(@Nullable String base64) {
    try {
      return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0]; // We wrote it ourselves: it is always Base64.
    }
  }

  private static @Nullable String link(@Nullable Json value) {
    return Fields.of(value).text("$link");
  }

  /**
   * What the tree under a root says.
   *
   * @param keys of each record, by its identifier; several if one content stands under several
   * @param missing nodes that are named but not there
   */
  record Walked(Map<String, List<String>> keys, long missing) {}

  /** Walks the tree from its root. */
  Walked walk(@Nullable String root) {
    Map<String, List<String>> keys = new HashMap<>();
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    long missing = 0;
    if (root != null) {
      open.push(root);
    }
    while (!open.isEmpty()) {
      String at = open.pop();
      List<Entry> entries = seen.add(at) ? nodes.get(at) : List.of();
      if (entries == null) {
        missing++;
        continue;
      }
      for (Entry e : entries) {
        if (e.key() != null && e.value() != null) {
          keys.computeIfAbsent(e.value(), k -> new ArrayList<>(1)).add(e.key());
        }
        if (e.below() != null) {
          open.push(e.below());
        }
      }
    }
    return new Walked(keys, missing);
  }
}
