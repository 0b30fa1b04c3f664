package dev.sextant.linkage.together;

import java.util.List;

/**
 * What people must know of a method before they use its leads.
 *
 * @param title in a few words
 * @param purpose what it is for
 * @param forbidden what it must not be used for
 * @param data what it needs
 * @param limits where it fails
 * @param error how its error rate is known
 */
public record MethodCard(
    String title,
    String purpose,
    List<String> forbidden,
    String data,
    String limits,
    String error) {
  private static final String NO_MERGE = "merging accounts, or scoring whether they are one actor";
  private static final String NO_GROUND = "a measure against a person on this ground alone";

  /** Copies the list. */
  public MethodCard {
    forbidden = List.copyOf(forbidden);
  }

  /** The card of {@link ActsTogether}. */
  public static MethodCard actsTogether() {
    return new MethodCard(
        "Acts together",
        "finding accounts that share the same objects within a window, repeatedly",
        List.of(NO_MERGE, NO_GROUND, "telling who directs whom"),
        "shares with object, account, post and time to the second",
        "objects that everybody shares at the same time (bursts, live events) say nothing; times that"
            + " a platform rounds make everything close; accounts that only scroll are not seen",
        "beside each pair: the false-discovery rate by chance and by timing, under the models named"
            + " with them; no rate for the reading of a lead as an arrangement is known");
  }

  /** The card of {@link OneHand}. */
  public static MethodCard oneHand() {
    return new MethodCard(
        "One hand",
        "finding accounts whose posts are so alike in style that one person may write them",
        List.of(NO_MERGE, NO_GROUND, "naming an author", "comparing across languages"),
        "at least 25 posts for each account, in one language",
        "templates, press offices, quotations and translations look like one hand; whoever disguises"
            + " a style is not found; a subject shared only by two is taken for style",
        "measured on the accounts themselves at each run: how often a stranger is as alike, and how"
            + " often an account is found again from its own other half");
  }

  /** The card of {@link SharedKeys}. */
  public static MethodCard sharedKeys() {
    return new MethodCard(
        "Shared keys",
        "finding accounts that show the same PGP key, wallet, device or other value that few share",
        List.of(NO_MERGE, NO_GROUND),
        "values with their kind, as an account showed or used them",
        "a key can be copied from a profile, a device lent, a wallet be an exchange's; values that"
            + " many accounts have are told and make no pairs",
        "not known: no labelled set of such values exists; where posts are given, how alike the styles"
            + " are stands beside the pair");
  }

  /** Lines for a reader. */
  public String text() {
    StringBuilder out = new StringBuilder();
    out.append("method       ").append(title).append('\n');
    out.append("  purpose    ").append(purpose).append('\n');
    forbidden.forEach(use -> out.append("  not for    ").append(use).append('\n'));
    out.append("  needs      ").append(data).append('\n');
    out.append("  limits     ").append(limits).append('\n');
    out.append("  error rate ").append(error).append('\n');
    return out.toString();
  }
}
