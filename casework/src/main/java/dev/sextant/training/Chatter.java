package dev.sextant.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people write when nothing happens. */
final class Chatter {
  private final Map<String, List<String>> lines = new HashMap<>();
  private final Map<String, List<String>> fillings = new HashMap<>();

  private Chatter() {}

  static Chatter load() throws IOException {
    Chatter chatter = new Chatter();
    for (String line : Sheet.lines("chatter.txt")) {
      List<String> parts = List.of(line.split("\\|", -1));
      if (line.startsWith("@")) {
        chatter.fillings.put(parts.getFirst().substring(1), parts.subList(1, parts.size()));
      } else {
        chatter
            .lines
            .computeIfAbsent(parts.get(0) + "/" + parts.get(1), k -> new ArrayList<>())
            .add(parts.get(2));
      }
    }
    return chatter;
  }

  /** A line on the topic, mostly in the best language that the speaker and the sheet share. */
  String line(String topic, List<String> languages, Random random) {
    String first = languages.getFirst();
    String language =
        first.equals("en") || (languages.contains("en") && random.nextInt(10) < 4) ? "en" : first;
    List<String> all = lines.getOrDefault(topic + "/" + language, List.of());
    if (all.isEmpty()) {
      all = lines.getOrDefault(topic + "/en", List.of());
    }
    String text = one(all, random);
    for (Map.Entry<String, List<String>> filling : sorted()) {
      String slot = "{" + filling.getKey() + "}";
      if (text.contains(slot)) {
        text = text.replace(slot, one(filling.getValue(), random));
      }
    }
    return text;
  }

  /* A hash map's order may differ between Java versions; the same seed must not notice. */
  private List<Map.Entry<String, List<String>>> sorted() {
    return fillings.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
  }

  private static String one(List<String> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }
}
