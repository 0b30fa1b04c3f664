package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.name.Kind;
import dev.sextant.linkage.name.NameReader;
import dev.sextant.linkage.name.NameText;
import dev.sextant.linkage.name.NameVerdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two names of persons or organisations in any script: words aligned in any order, familiar forms,
 * initials, sound, slips, patronymics, titles and legal forms. Cells: the parts of the name, in any
 * order; with {@code schema: true} the first cell says whose name it is ("Person", "Company").
 *
 * <p>The weight is by fixed tables (see {@link NameVerdict}) without the price of a prior.
 */
public final class Names implements Weighed<NameText> {
  private static final List<String> LEVELS =
      Arrays.stream(NameVerdict.Level.values()).map(NameVerdict.Level::words).toList();

  private static final int PRIOR_BITS = 8;

  /** Records of one bearer in a table. */
  private static final int OWN = 2;

  /** Records below which a table says too little of what is usual. */
  private static final int LEAST_RECORDS = 100;

  private final NameReader reader;
  private final Kind kind;
  private final boolean schema;
  private final ThreadLocal<NameVerdict> verdicts = ThreadLocal.withInitial(NameVerdict::new);

  private Names(NameReader reader, Kind kind, boolean schema) {
    this.reader = reader;
    this.kind = kind;
    this.schema = schema;
  }

  /**
   * Options {@code kind} (person, organisation), {@code schema} (the first cell says the kind),
   * {@code beider-morse} (pronunciations too; slower to prepare), {@code rarity} (table: a word
   * that is more usual in the table than in general counts by the table; general: by the shipped
   * lists alone, for tables that hold few people many times).
   */
  static Names of(Options options, Corpus corpus) {
    Kind kind =
        options.word("kind", "person", List.of("person", "organisation")).equals("person")
            ? Kind.PERSON
            : Kind.ORGANISATION;
    boolean schema = options.flag("schema", false);
    boolean phonetic = options.flag("beider-morse", false);
    boolean general =
        options.word("rarity", "table", List.of("table", "general")).equals("general");
    Names plain = new Names(new NameReader(false), kind, schema);
    Map<String, Integer> usual = general ? Map.of() : plain.usual(corpus);
    return new Names(new NameReader(phonetic, usual), kind, schema);
  }

  /* How usual each word is in the table. Two records are taken off a word's count as its owner's own,
   * since a table that is linked holds people twice. */
  private Map<String, Integer> usual(Corpus corpus) {
    Map<String, Integer> held = new HashMap<>();
    int[] records = {0};
    corpus.walk((cells, times) -> {
      NameText name = prepare(cells);
      if (name != null) {
        records[0] += times;
        new HashSet<>(name.words()).forEach(word -> held.merge(word, times, Integer::sum));
      }
    });
    Map<String, Integer> bits = new HashMap<>();
    held.forEach((word, times) -> {
      if (times > OWN && records[0] >= LEAST_RECORDS) {
        double share = (times - OWN) / (double) records[0];
        bits.put(word, Math.max(0, (int) Math.rint(-Bits.shown(Bits.log2(share)))));
      }
    });
    return bits;
  }

  @Override
  public List<String> levels() {
    return LEVELS;
  }

  @Override
  public @Nullable NameText prepare(List<String> cells) {
    if (!schema || cells.isEmpty()) {
      return reader.read(String.join(" ", cells), kind);
    }
    return reader.read(
        String.join(" ", cells.subList(1, cells.size())), Kind.ofSchema(cells.getFirst()));
  }

  @Override
  public int level(NameText a, NameText b) {
    return verdict(a, b).level().ordinal();
  }

  @Override
  public int weight(NameText a, NameText b) {
    return (verdict(a, b).tenths() + 10 * PRIOR_BITS) * Bits.ONE / 10;
  }

  private NameVerdict verdict(NameText a, NameText b) {
    NameVerdict verdict = verdicts.get();
    verdict.compare(a, b);
    return verdict;
  }

  @Override
  public @Nullable String term(NameText value, int level) {
    NameVerdict.Level reached = NameVerdict.Level.values()[level];
    return switch (reached) {
      case SAME, REARRANGED -> value.term();
      case DIFFERENT, CONTRADICTED -> null;
      default -> value.rarest();
    };
  }
}
