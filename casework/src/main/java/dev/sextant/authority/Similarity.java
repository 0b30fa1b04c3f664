package dev.sextant.authority;

import dev.sextant.authority.AuthorityStore.Version;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How like a renewal's principles are to those of the version before. Likeness is not refused: the
 * officer is shown it, and decides whether it was argued anew.
 */
final class Similarity {
  /* Three words in a row: single words are shared by any two texts on one matter, and a longer row
   * is broken by each word put in between. */
  private static final int ROW = 3;

  private final Rules rules;

  Similarity(Rules rules) {
    this.rules = rules;
  }

  /**
   * Computes it for every principle, stores it, and notes in the log which are as good as copied.
   */
  void note(Deeds.Entry entry, Version version, Version previous) {
    entry
        .jdbc()
        .sql("delete from principle_similarity where authority = ? and version = ?")
        .param(version.document().id().value())
        .param(version.document().version())
        .update();
    TreeSet<String> alike = new TreeSet<>();
    for (Principle principle : Principle.values()) {
      int percent =
          percent(
              text(version.draft().principles(), principle),
              text(previous.draft().principles(), principle));
      entry
          .jdbc()
          .sql(
              """
              insert into principle_similarity (authority, version, principle, percent, digest)
              values (?, ?, ?, ?, ?)
              """)
          .param(version.document().id().value())
          .param(version.document().version())
          .param(principle.name())
          .param(percent)
          .param(version.digest().hex())
          .update();
      if (percent >= threshold()) {
        alike.add(principle.name());
      }
    }
    entry.note("similar", alike.isEmpty() ? "none" : String.join("+", alike));
  }

  /** From how many hundredths on a principle is flagged. */
  int threshold() {
    return (int) rules.pack().number("authority.renewal.similarPercent");
  }

  /** What was stored of a version as it now reads. */
  static Map<Principle, Integer> stored(JdbcClient jdbc, Version version) {
    Map<Principle, Integer> percents = new EnumMap<>(Principle.class);
    jdbc.sql(
            """
            select principle, percent from principle_similarity
            where authority = ? and version = ? and digest = ?
            """)
        .param(version.document().id().value())
        .param(version.document().version())
        .param(version.digest().hex())
        .query(row -> {
          percents.put(Principle.valueOf(row.getString("principle")), row.getInt("percent"));
        });
    return percents;
  }

  private static String text(Principles principles, Principle principle) {
    List<String> texts = new ArrayList<>();
    principles.fields(principle).values().forEach(value -> texts.add(value.toString()));
    return String.join(" ", texts);
  }

  /**
   * How many of the rows of words in either text are in both (Jaccard), 0 to 100. Case, punctuation
   * and spacing do not count.
   */
  static int percent(String one, String other) {
    Set<List<String>> a = rows(one);
    Set<List<String>> b = rows(other);
    Set<List<String>> all = new HashSet<>(a);
    all.addAll(b);
    if (all.isEmpty()) {
      return 100;
    }
    a.retainAll(b);
    return a.size() * 100 / all.size();
  }

  private static Set<List<String>> rows(String text) {
    List<String> words = new ArrayList<>();
    for (String word :
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    Set<List<String>> rows = new HashSet<>();
    for (int i = 0; i + ROW <= words.size(); i++) {
      rows.add(List.copyOf(words.subList(i, i + ROW)));
    }
    if (rows.isEmpty() && !words.isEmpty()) {
      rows.add(List.copyOf(words));
    }
    return rows;
  }
}
