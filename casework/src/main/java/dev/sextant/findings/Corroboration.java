package dev.sextant.findings;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Grade;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/* Records are joined wherever one of three things says that they have one origin, and the joined
 * groups are counted. Joining too much only keeps a grade low; joining too little would raise one. */
/**
 * How many independent origins speak for a claim. What one account says twice, what came in as one
 * capture or one tip, and words that were passed on, count once however often they are cited.
 */
public final class Corroboration {
  /**
   * Words are taken as passed on if this share of their runs of three words is common. Reposts keep
   * nearly all; two people who tell of one thing in their own words keep hardly any. [D]
   */
  private static final double PASSED_ON = 0.5;

  private static final int RUN = 3;

  /** Fewer words than this are too common to say anything: "yes", "on Friday". */
  private static final int FEWEST_WORDS = 4;

  private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|@[\\w.]+|#");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Corroboration() {}

  /**
   * A cited record with what is known of how its exhibit came in.
   *
   * @param support the record
   * @param capture what the exhibit counts as one of: its digest where it is one capture, upload or
   *     tip; empty where it holds many people's records by its nature
   * @param tip whether it came as a tip
   */
  public record Cited(Support support, String capture, boolean tip) {}

  /**
   * One origin.
   *
   * @param records the cited records that go back to it
   * @param why what joined them, in words; empty where there is one record
   * @param tip whether a tip is among them
   */
  public record Origin(List<Digest> records, Set<String> why, boolean tip) {
    /** Copies. */
    public Origin {
      records = List.copyOf(records);
      why = Set.copyOf(why);
    }
  }

  /** The independent origins of these records, in the order in which they are cited. */
  public static List<Origin> origins(List<Cited> cited) {
    int[] group = new int[cited.size()];
    List<Set<String>> runs = new ArrayList<>();
    Map<Integer, Set<String>> why = new LinkedHashMap<>();
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
      runs.add(runs(cited.get(i).support().words()));
      for (int j = 0; j < i; j++) {
        Optional<String> reason = joined(cited.get(j), cited.get(i), runs.get(j), runs.get(i));
        if (reason.isPresent()) {
          unite(group, i, j);
          why.computeIfAbsent(i, k -> new TreeSet<>()).add(reason.get());
        }
      }
    }
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < group.length; i++) {
      members.computeIfAbsent(root(group, i), k -> new ArrayList<>()).add(i);
    }
    return members.values().stream().map(each -> origin(cited, each, why)).toList();
  }

  private static Origin origin(
      List<Cited> cited, List<Integer> members, Map<Integer, Set<String>> why) {
    Set<String> reasons = new TreeSet<>();
    members.forEach(i -> reasons.addAll(why.getOrDefault(i, Set.of())));
    return new Origin(
        members.stream().map(i -> cited.get(i).support().record()).toList(),
        reasons,
        members.stream().anyMatch(i -> cited.get(i).tip()));
  }

  private static Optional<String> joined(
      Cited one, Cited other, Set<String> oneRuns, Set<String> otherRuns) {
    String author = one.support().authorKey();
    if (!author.isEmpty() && author.equals(other.support().authorKey())) {
      return Optional.of("the same account");
    }
    if (!one.capture().isEmpty() && one.capture().equals(other.capture())) {
      return Optional.of("the same capture or tip");
    }
    return alike(oneRuns, otherRuns) ? Optional.of("the same words passed on") : Optional.empty();
  }

  private static boolean alike(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return false;
    }
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    // Of the shorter: whoever quotes a message whole and adds a page of their own still quotes it.
    return common.size() >= PASSED_ON * Math.min(one.size(), other.size());
  }

  private static Set<String> runs(String text) {
    String plain = ADDRESS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    List<String> words = BETWEEN.splitAsStream(plain).filter(w -> !w.isEmpty()).toList();
    Set<String> runs = new HashSet<>();
    if (words.size() >= FEWEST_WORDS) {
      for (int i = 0; i + RUN <= words.size(); i++) {
        runs.add(String.join(" ", words.subList(i, i + RUN)));
      }
    }
    return runs;
  }

  private static void unite(int[] group, int one, int other) {
    int a = root(group, one);
    int b = root(group, other);
    group[Math.max(a, b)] = Math.min(a, b);
  }

  private static int root(int[] group, int of) {
    int at = of;
    while (group[at] != at) {
      at = group[at];
    }
    return at;
  }

  /**
   * What keeps a grade from standing on these records; nothing if it may stand.
   *
   * @param grade as the author judged
   * @param cited what the claim cites in its support
   */
  public static List<Remark> blocking(Grade grade, List<Cited> cited) {
    List<Origin> origins = origins(cited);
    List<Remark> remarks = new ArrayList<>();
    if (corroborated(grade) && origins.size() < 2) {
      remarks.add(
          new Remark(
              "SX-FIND-CORROBORATION",
              "grade",
              cited.size()
                  + " records go back to "
                  + origins.size()
                  + " independent origin(s): keep the grade that it has alone, or cite another",
              true));
    }
    boolean tipsAlone = !origins.isEmpty() && origins.stream().allMatch(Origin::tip);
    if (tipsAlone && !untested(grade)) {
      remarks.add(
          new Remark(
              "SX-FIND-TIP",
              "grade",
              "it rests on a tip alone: untested, not known (3x5x2 2/D or lower; Admiralty D to F, 6)",
              true));
    }
    return remarks;
  }

  /* Only grades that say so: 3x5x2 "indirectly but corroborated", Admiralty "confirmed by other
   * sources". */
  private static boolean corroborated(Grade grade) {
    if (grade instanceof Grade.Uk3x5x2 uk) {
      return uk.information() == 'B';
    }
    return grade instanceof Grade.Admiralty a && a.credibility() == 1;
  }

  private static boolean untested(Grade grade) {
    if (grade instanceof Grade.Uk3x5x2 uk) {
      return uk.source() >= 2 && uk.information() >= 'D';
    }
    return grade instanceof Grade.Admiralty a && a.reliability() >= 'D' && a.credibility() >= 5;
  }
}
