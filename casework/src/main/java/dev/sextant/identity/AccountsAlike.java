package dev.sextant.identity;

import dev.sextant.linkage.LinkageFault;
import dev.sextant.linkage.together.HandText;
import dev.sextant.linkage.together.MethodCard;
import dev.sextant.linkage.together.OneHand;
import dev.sextant.linkage.together.Posts;
import dev.sextant.linkage.together.SharedKeys;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Accounts that may be run by one person, by style, hours and shared values; on plain tables and
 * without a case. Leads with their error rate, never a merge: nothing here is a judgement or
 * becomes one.
 */
public final class AccountsAlike {
  private AccountsAlike() {}

  /**
   * What is looked at.
   *
   * @param posts comma-separated: who wrote what, when; none: values only
   * @param columns names of account, time and text, in this order
   * @param keys comma-separated: account, kind, value; none: style only
   */
  public record Asked(Optional<Path> posts, List<String> columns, Optional<Path> keys) {
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
   * @param notes what was left out and why
   * @param cards what must be known of the methods
   */
  public record Shown(String table, List<String> columns, List<String> notes, List<String> cards) {}

  /**
   * Looks for them.
   *
   * @throws BadLinkage if a table is not as described
   */
  public static Shown find(Asked asked) throws IOException {
    try {
      List<String> notes = new ArrayList<>();
      List<String> cards = new ArrayList<>();
      OneHand.Found styles = new OneHand.Found(List.of(), 0, List.of());
      SharedKeys.Found keys = new SharedKeys.Found(List.of(), List.of());
      if (asked.posts().isPresent()) {
        styles = OneHand.of(Posts.read(asked.posts().get(), asked.columns()));
        cards.add(MethodCard.oneHand().text());
      }
      if (asked.keys().isPresent()) {
        keys = SharedKeys.read(asked.keys().get()).found();
        cards.add(MethodCard.sharedKeys().text());
      }
      notes.addAll(styles.notes());
      notes.addAll(keys.notes());
      return new Shown(HandText.table(styles, keys), HandText.columns(), notes, cards);
    } catch (LinkageFault e) {
      throw new BadLinkage(e);
    }
  }
}
