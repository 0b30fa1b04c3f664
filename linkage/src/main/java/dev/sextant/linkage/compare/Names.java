package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.name.Kind;
import dev.sextant.linkage.name.NameReader;
import dev.sextant.linkage.name.NameText;
import dev.sextant.linkage.name.NameVerdict;
import java.util.Arrays;
import java.util.List;
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
   * {@code beider-morse} (pronunciations too; slower to prepare).
   */
  static Names of(Options options, Corpus corpus) {
    String kind = options.word("kind", "person", List.of("person", "organisation"));
    return new Names(
        new NameReader(options.flag("beider-morse", false)),
        kind.equals("person") ? Kind.PERSON : Kind.ORGANISATION,
        options.flag("schema", false));
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
