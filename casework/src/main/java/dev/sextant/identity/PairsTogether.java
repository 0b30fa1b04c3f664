package dev.sextant.identity;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.together.ActsTogether;
import dev.sextant.linkage.together.MethodCard;
import dev.sextant.linkage.together.Shares;
import dev.sextant.linkage.together.TogetherText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which accounts act together, on plain tables and without a case. Leads, never identity: nothing
 * here is a judgement or becomes one.
 */
public final class PairsTogether {
  private PairsTogether() {}

  /**
   * What is asked for.
   *
   * @param shares comma-separated: who shared what, when
   * @param columns names of object, account, content and time, in this order
   * @param window the most that two shares lie apart
   * @param acts acts that an account needs to take part
   * @param mostInWindow objects with more shares in a window are left out and told, if given
   */
  public record Asked(
      Path shares,
      List<String> columns,
      Duration window,
      int acts,
      Optional<Integer> mostInWindow) {
    /** Copies the names. */
    public Asked {
      columns = List.copyOf(columns);
    }
  }

  /**
   * What was found, as it is shown.
   *
   * @param table tab-separated, one line a pair, without a header
   * @param columns what the table's columns are
   * @param pairs how many pairs
   * @param leads how many of them neither chance nor shared taste explains
   * @param notes what was left out and why
   * @param card what must be known of the method
   */
  public record Shown(
      String table, List<String> columns, int pairs, long leads, List<String> notes, String card) {}

  /**
   * Finds them.
   *
   * @throws BadLinkage if the table is not as described
   */
  public static Shown find(Asked asked) throws IOException {
    try {
      Shares.Columns columns =
          new Shares.Columns(
              asked.columns().get(0),
              asked.columns().get(1),
              asked.columns().get(2),
              asked.columns().get(3));
      Shares shares = Shares.read(asked.shares(), columns);
      ActsTogether.Found found =
          ActsTogether.of(
              shares, new ActsTogether.Asked(asked.window(), asked.acts(), asked.mostInWindow()));
      return new Shown(
          TogetherText.table(found),
          TogetherText.columns(),
          found.pairs().size(),
          found.pairs().stream().filter(ActsTogether.Pair::lead).count(),
          found.notes(),
          MethodCard.actsTogether().text());
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    }
  }
}
