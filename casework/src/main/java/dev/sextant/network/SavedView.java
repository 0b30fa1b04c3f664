package dev.sextant.network;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's own draft of a view of the workspace, kept under an authority: keys of entities that
 * are chosen and placed, what is brushed, words searched for; no text of a record. Nobody else sees
 * it. Opened again, what it shows is asked for anew, under a permit and logged.
 *
 * @param id random
 * @param name its maker's word for it
 * @param view the state, as the caller wrote it down
 * @param draftOf the published view that it is a draft of; null for one that was never published
 * @param base the version of that view that it was begun from; 0 for none
 * @param at when it was kept last
 */
public record SavedView(
    UUID id, String name, String view, @Nullable UUID draftOf, int base, Instant at) {
  /** A name, not a note. */
  public static final int MOST_NAME = 100;

  /** Some 20,000 entities with places of their own. */
  public static final int MOST_VIEW = 2_000_000;

  /**
   * What a person wants kept.
   *
   * @param name 1 to {@value #MOST_NAME} characters
   * @param view the state, 1 to {@value #MOST_VIEW} characters
   * @param draftOf the published view that it is a draft of, or null
   * @param base the version of that view that it was begun from; 0 for none
   */
  public record Wanted(String name, String view, @Nullable UUID draftOf, int base) {
    /**
     * Checks.
     *
     * @throws BadMeasuring {@code SX-NETWORK-VIEW}
     */
    public Wanted {
      if (name.isBlank() || name.length() > MOST_NAME) {
        throw SavedViews.bad(
            "no such name for a view",
            "name",
            name.isBlank() ? "blank" : name.length() + " characters",
            "give 1 to " + MOST_NAME + " characters");
      }
      if (view.isBlank() || view.length() > MOST_VIEW) {
        throw SavedViews.bad(
            "a view of this length is not kept",
            "view",
            view.length() + " characters",
            "give 1 to " + MOST_VIEW + " characters: lay out fewer entities by hand");
      }
      if (base < 0 || (draftOf == null) != (base == 0)) {
        throw SavedViews.bad(
            "a draft of a published view says which version it was begun from, any other none",
            "base",
            Integer.toString(base),
            "give both the published view and its version, or neither");
      }
    }

    /** A view of one's own. */
    public static Wanted of(String name, String view) {
      return new Wanted(name, view, null, 0);
    }
  }
}
