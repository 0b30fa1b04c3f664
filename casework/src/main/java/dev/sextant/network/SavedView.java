package dev.sextant.network;

import java.time.Instant;
import java.util.UUID;

/**
 * A view of the workspace that a person keeps under an authority: keys of entities that are chosen
 * and placed, what is brushed, words searched for; no text of a record. Opened again, what it shows
 * is asked for anew, under a permit and logged.
 *
 * @param id random
 * @param name its maker's word for it
 * @param view the state, as the caller wrote it down
 * @param by who keeps it
 * @param mine whether that is who asks
 * @param published whether the team sees it
 * @param at when it was kept
 */
public record SavedView(
    UUID id, String name, String view, String by, boolean mine, boolean published, Instant at) {
  /** A name, not a note. */
  public static final int MOST_NAME = 100;

  /** Some 20,000 entities with places of their own. */
  public static final int MOST_VIEW = 2_000_000;

  static void check(String name, String view) {
    if (name.isBlank() || name.length() > MOST_NAME) {
      throw new BadMeasuring(
          "SX-NETWORK-VIEW",
          "no such name for a view",
          "name",
          name.isBlank() ? "blank" : name.length() + " characters",
          "give 1 to " + MOST_NAME + " characters");
    }
    if (view.isBlank() || view.length() > MOST_VIEW) {
      throw new BadMeasuring(
          "SX-NETWORK-VIEW",
          "a view of this length is not kept",
          "view",
          view.length() + " characters",
          "give 1 to " + MOST_VIEW + " characters: lay out fewer entities by hand");
    }
  }
}
