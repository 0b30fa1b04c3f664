package dev.sextant.identity;

import dev.sextant.terms.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a screen name, an address or a number shows over all platforms held in the case, for a
 * person to go on from. A candidate is no identification.
 *
 * @param asked what was asked for
 * @param rarity how surprising it is that two strangers chose this name, in bits: about one in two
 *     to this power; 0 where the asked is no name
 * @param holders accounts of the case that bear exactly this
 * @param anchor the account that the others are compared with: of those that bear exactly this the
 *     one that most records name; null if none does
 * @param candidates accounts, the likeliest first
 * @param leads what search tools say of this name: sites where there would be an account, to be
 *     captured before anything is said of it
 * @param nobody sites where a tool looked and found none
 */
public record Footprint(
    String asked,
    double rarity,
    int holders,
    @Nullable String anchor,
    List<Candidate> candidates,
    List<Lead> leads,
    List<Lead> nobody) {
  /** Copies. */
  public Footprint {
    candidates = List.copyOf(candidates);
    leads = List.copyOf(leads);
    nobody = List.copyOf(nobody);
  }

  /**
   * An account that may be of the holder of what was asked.
   *
   * @param account the account
   * @param entity the entity that it belongs to
   * @param exact true if it bears exactly what was asked
   * @param found what of it answers to what was asked
   * @param likeness to the anchor: what speaks for and against, and in {@link Likeness#silent} what
   *     would confirm or refute it; null for the anchor, and where there is none
   * @param judged what a person said of it and the anchor, or null
   */
  public record Candidate(
      Account account,
      EntityKey entity,
      boolean exact,
      String found,
      @Nullable Likeness likeness,
      @Nullable JudgementVerdict judged) {}

  /**
   * A search tool's word; no account.
   *
   * @param site where
   * @param name the name that was looked for
   * @param url where the account would be, or null
   * @param status the tool's word
   * @param record that says so
   */
  public record Lead(
      String site, String name, @Nullable String url, String status, Digest record) {}
}
