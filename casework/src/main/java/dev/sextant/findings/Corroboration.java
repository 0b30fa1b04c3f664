package dev.sextant.findings;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Grade;
import dev.sextant.terms.Locator;
import java.time.Instant;
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

/* Records are joined wherever one of several things says that they have one origin, and the joined
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
   *     tip, or what one person handed over; empty where a body that had no part in the matter made
   *     it of many people's records
   * @param tip whether it came as a tip
   * @param actor the entity that a person's judgement says the acting account belongs to; empty if
   *     none was judged
   * @param goesBackTo what it goes back to, as its source names it: the number of the post that it
   *     is or repeats, or whom a message was forwarded from; empty if the source does not say
   */
  public record Cited(
      Support support, String capture, boolean tip, String actor, String goesBackTo) {
    /** Without a judged actor, and with words of its own. */
    public Cited(Support support, String capture, boolean tip) {
      this(support, capture, tip, "", "");
    }
  }

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
    Support a = one.support();
    Support b = other.support();
    if (same(a.authorKey(), b.authorKey())) {
      return Optional.of("the same account");
    }
    if (same(one.actor(), other.actor())) {
      return Optional.of("accounts judged to be one person's");
    }
    if (same(one.capture(), other.capture())) {
      return Optional.of("the same capture or tip, or handed over by the same person");
    }
    if (overlap(a.locator(), b.locator()) || copied(a, b)) {
      return Optional.of("the same bytes");
    }
    if (passesOn(one, b) || passesOn(other, a) || same(one.goesBackTo(), other.goesBackTo())) {
      return Optional.of("one passes the other on");
    }
    if (sameMoment(a, b)) {
      return Optional.of("the same message held twice");
    }
    return alike(oneRuns, otherRuns) ? Optional.of("the same words passed on") : Optional.empty();
  }

  private static boolean same(String one, String other) {
    return !one.isEmpty() && one.equals(other);
  }

  /* Empty ranges say nothing of where they lie: such locators point with their pointer. */
  private static boolean overlap(Locator one, Locator other) {
    return one.exhibit().equals(other.exhibit())
        && one.part().equals(other.part())
        && one.pointer().equals(other.pointer())
        && one.from() < other.to()
        && other.from() < one.to();
  }

  /* One file acquired twice. Rows of a database all have its bytes: there the pointer tells them apart. */
  private static boolean copied(Support one, Support other) {
    return one.excerptDigest().equals(other.excerptDigest())
        && one.locator().pointer().equals(other.locator().pointer());
  }

  /* Sources name whom they pass on by name, handle or key. */
  private static boolean passesOn(Cited copy, Support first) {
    String from = copy.goesBackTo();
    return same(from, first.author())
        || same(from, first.authorKey())
        || (!from.isEmpty() && first.authorKey().endsWith(":" + from));
  }

  /* Two people's exports of one conversation hold each message twice, under keys of their own. Words alone
   * are not enough where they are few, but the same words at the same moment are. */
  private static boolean sameMoment(Support one, Support other) {
    Instant at = one.claimed().instant();
    return at != null
        && at.equals(other.claimed().instant())
        && one.kind() == other.kind()
        && same(one.words().strip(), other.words().strip());
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
    if (grade.corroborated() && origins.size() < 2) {
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
    if (tipsAlone && !grade.untested()) {
      remarks.add(
          new Remark(
              "SX-FIND-TIP",
              "grade",
              "it rests on a tip alone: untested, not known (3x5x2 2/D or lower; Admiralty D to F, 5 or 6; Europol X4)",
              true));
    }
    return remarks;
  }
}
