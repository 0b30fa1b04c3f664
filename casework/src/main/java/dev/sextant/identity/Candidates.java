package dev.sextant.identity;

import dev.sextant.identity.Observation.Said;
import dev.sextant.linkage.block.Blocking;
import dev.sextant.linkage.block.RuleReport;
import dev.sextant.linkage.block.Sides;
import dev.sextant.linkage.block.Workers;
import dev.sextant.linkage.metric.Folded;
import dev.sextant.linkage.profile.BlockRule;
import dev.sextant.linkage.profile.Profile;
import dev.sextant.linkage.table.Column;
import dev.sextant.linkage.table.Table;
import dev.sextant.records.PictureHash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Which pairs of accounts are looked at: those that share an address, a number, a link, a picture,
 * a rare acquaintance, or much of a handle or name. Each rule says how many pairs it made.
 */
final class Candidates {
  /** Accounts that share a value below which it is looked at: above, it is generic. */
  private static final int FEW = ObservationCensus.GENERIC_ABOVE;

  /** Accounts that share an acquaintance below which that one is rare. */
  private static final int RARE = 8;

  /** Accounts whose names sound alike that are looked at before a block is keyed further. */
  private static final int BLOCK = 200;

  private static final Profile.Settings SETTINGS =
      new Profile.Settings(0, 0, BLOCK, 0, 0, 0, 0, true);

  private final SortedSet<Pair> pairs = new TreeSet<>();
  private final List<RuleReport> reports;

  Candidates(List<Observation> observations) {
    Table table = table(observations);
    List<Column> telling = List.copyOf(table.columns().values());
    try (Workers workers = new Workers(1)) {
      Blocking blocking = Blocking.of(table, rules(), telling, SETTINGS, workers);
      this.reports = blocking.reports();
      for (Blocking.Piece piece : blocking.pieces()) {
        blocking.run(
            piece, Sides.ALL, (a, b) -> pairs.add(new Pair(table.ids()[a], table.ids()[b])));
      }
    }
  }

  /** The pairs, in order. */
  SortedSet<Pair> pairs() {
    return pairs;
  }

  /** What each rule made. */
  List<RuleReport> reports() {
    return reports;
  }

  private static List<BlockRule> rules() {
    return List.of(
        rule("contact", "rare-items", FEW),
        rule("link", "rare-items", FEW),
        rule("picture", "rare-items", FEW),
        rule("calling", "rare-items", BLOCK),
        rule("handle", "minhash", 12, 2, 3),
        rule("name", "sorted-words"),
        rule("sound", "rare-items", BLOCK),
        rule("beside", "rare-items", RARE));
  }

  private static BlockRule rule(String column, String function, Integer... arguments) {
    BlockRule.Key key = new BlockRule.Key(List.of(column), function, List.of(arguments));
    return new BlockRule(key.toString(), List.of(key), 0);
  }

  private static Table table(List<Observation> observations) {
    Map<String, Column> columns = new LinkedHashMap<>();
    column(columns, "contact", observations, Candidates::contact);
    column(columns, "link", observations, o -> items(o, o.all(Said.LINK)));
    column(columns, "picture", observations, Candidates::picture);
    column(columns, "calling", observations, Candidates::calling);
    column(
        columns, "handle", observations, o -> o.handles().isEmpty() ? "" : o.handles().lastKey());
    column(
        columns,
        "name",
        observations,
        o -> o.all(Said.NAME).isEmpty() ? "" : o.all(Said.NAME).getFirst());
    column(columns, "sound", observations, Candidates::names);
    column(columns, "beside", observations, o -> items(o, o.all(Said.BESIDE)));
    String[] ids = observations.stream().map(Observation::account).toArray(String[]::new);
    return new Table(
        List.of("accounts"), ids, ids.length, columns, List.of(List.copyOf(columns.keySet())));
  }

  private static void column(
      Map<String, Column> columns,
      String name,
      List<Observation> observations,
      Function<Observation, String> cell) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    int[] codes = new int[observations.size()];
    for (int row = 0; row < codes.length; row++) {
      String value = cell.apply(observations.get(row)).strip();
      codes[row] = value.isEmpty() ? -1 : numbers.computeIfAbsent(value, v -> numbers.size());
    }
    columns.put(name, new Column(name, numbers.keySet().toArray(String[]::new), codes));
  }

  /* Items must not hold what separates them. */
  private static String items(Observation of, Collection<String> values) {
    List<String> items = new ArrayList<>();
    for (String value : values) {
      if (!of.generic().contains(value)) {
        items.add(value.replaceAll("[;,|\\s]+", "_"));
      }
    }
    return String.join(" ", items);
  }

  private static String contact(Observation o) {
    List<String> all = new ArrayList<>();
    for (Said kind :
        List.of(
            Said.EMAIL,
            Said.VERIFIED_EMAIL,
            Said.PHONE,
            Said.VERIFIED_PHONE,
            Said.PLATFORM_ID,
            Said.TOKEN)) {
      all.addAll(o.all(kind));
    }
    return items(o, all);
  }

  private static String picture(Observation o) {
    List<String> all = new ArrayList<>(o.all(Said.PICTURE));
    for (String likeness : o.all(Said.LIKENESS)) {
      if (!o.generic().contains(likeness)) {
        all.addAll(PictureHash.of(likeness).bands());
      }
    }
    return items(o, all);
  }

  /* Handles and local parts without separators and without digits at the end. */
  private static String calling(Observation o) {
    SortedSet<String> bare = new TreeSet<>();
    for (String calling : Namings.callings(o).keySet()) {
      String joined = Folded.words(calling).replace(" ", "");
      bare.add(joined);
      String core = joined.replaceFirst("\\d+$", "");
      if (core.length() >= 4) {
        bare.add(core);
      }
    }
    bare.remove("");
    return String.join(" ", bare);
  }

  /* Words of all names; a given name alone is shared by many and drops out where it is. */
  private static String names(Observation o) {
    SortedSet<String> words = new TreeSet<>();
    for (String name : o.all(Said.NAME)) {
      for (String word : Folded.split(name)) {
        if (word.length() > 2) {
          words.add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
    return String.join(" ", words);
  }
}
