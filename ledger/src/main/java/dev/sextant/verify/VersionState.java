package dev.sextant.verify;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the log has a version of an authority at the moment that is being replayed. */
final class VersionState {
  private final String key;
  private String state;
  private @Nullable Instant activeSince;
  private @Nullable Instant reviewedAt;
  private @Nullable Instant leftAt;
  private int epoch;
  private long views;
  private final Map<String, Word> words = new HashMap<>();

  VersionState(String key, String state) {
    this.key = key;
    this.state = state;
  }

  static boolean living(String state) {
    return state.equals("ACTIVE") || state.equals("ACTIVE_URGENT");
  }

  String key() {
    return key;
  }

  String state() {
    return state;
  }

  boolean living() {
    return living(state);
  }

  /** Time can end it. */
  boolean ticking() {
    return living() || state.equals("SUSPENDED");
  }

  void moveTo(String to, Instant at) {
    boolean before = living();
    state = to;
    if (living()) {
      activeSince = activeSince == null ? at : activeSince;
      reviewedAt = at;
    } else if (before) {
      leftAt = at;
      epoch++; // Every permit given so far is dead, even if it comes into force again.
    }
  }

  /** Since when it has been in force at any time, or null. */
  @Nullable Instant activeSince() {
    return activeSince;
  }

  /** When it was last looked at while in force, or null. */
  @Nullable Instant reviewedAt() {
    return reviewedAt;
  }

  /** Whether it stopped so shortly before that an act may have begun just before it. */
  boolean leftJustBefore(Instant at) {
    return leftAt != null && !at.isAfter(leftAt.plus(Replay.SLACK));
  }

  int epoch() {
    return epoch;
  }

  long countView() {
    return ++views;
  }

  void said(String role, Word word) {
    words.put(role, word);
  }

  /** The last word of a role, or null. */
  @Nullable Word word(String role) {
    return words.get(role);
  }

  /** Whether the last word of a role on this document is yes. */
  boolean granted(String role, String document) {
    Word word = words.get(role);
    return word != null
        && word.field("decision").equals("APPROVED")
        && word.field("document").equals(document);
  }
}
