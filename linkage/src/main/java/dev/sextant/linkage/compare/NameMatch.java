package dev.sextant.linkage.compare;

import dev.sextant.linkage.metric.Bits;
import dev.sextant.linkage.name.Kind;
import dev.sextant.linkage.name.NameReader;
import dev.sextant.linkage.name.NameText;
import dev.sextant.linkage.name.NameVerdict;

/**
 * Whether two single names may be one actor's, by fixed weights and names' rarity in general: for
 * use where there is no table to learn from.
 *
 * <pre>{@code
 * NameMatch match = new NameMatch();
 * int odds = match.odds("Person", "Усама бин Ладен", "Usama bin Laden"); // above 0: likely one
 * }</pre>
 *
 * <p>For many threads.
 */
public final class NameMatch {
  private final NameReader reader = new NameReader(true);
  private final ThreadLocal<NameVerdict> verdicts = ThreadLocal.withInitial(NameVerdict::new);

  /**
   * The evidence of two names.
   *
   * @param schema what bears them: "Person", "Company", "Organization" and so on
   * @return log2 odds in 1/65536 bits at a prior of 1 to 256, symmetric; 0 where a name has no
   *     letter
   */
  public int odds(String schema, String a, String b) {
    Kind kind = Kind.ofSchema(schema);
    NameText left = reader.read(a, kind);
    NameText right = reader.read(b, kind);
    if (left == null || right == null) {
      return 0;
    }
    NameVerdict verdict = verdicts.get();
    verdict.compare(left, right);
    return verdict.tenths() * Bits.ONE / 10;
  }

  /** How two names stand to each other, for a reader. */
  public NameVerdict.Level level(String schema, String a, String b) {
    Kind kind = Kind.ofSchema(schema);
    NameText left = reader.read(a, kind);
    NameText right = reader.read(b, kind);
    if (left == null || right == null) {
      return NameVerdict.Level.DIFFERENT;
    }
    NameVerdict verdict = verdicts.get();
    verdict.compare(left, right);
    return verdict.level();
  }
}
