package dev.sextant.linkage.together;

/** What would explain, innocently, that two accounts act together. */
public enum Innocent {
  /** As often as two accounts so active would by chance. */
  CHANCE(
      "by chance: two accounts as active as these meet as often, or it cannot be told from that"),
  /** They share the same things, but no closer in time than others who do. */
  SHARED_TASTE(
      "shared taste (a fan club, a party, a subject): they share the same objects, but no closer in"
          + " time than others who share them, or it cannot be told from that"),
  /** At least half of the acts fall into a crowd. */
  VIRAL_BURST(
      "a viral burst: in at least half of the acts more than ten others shared the same object in"
          + " the same window"),
  /** At least half of the acts follow a third account's first share. */
  SAME_SOURCE(
      "the same news feed: in at least half of the acts a third account shared the object first,"
          + " within two windows; both may follow it"),
  /** The same one is first in nearly all of at least three acts. */
  ONE_FOLLOWS(
      "one follows the other (notifications, automatic reposting): the same account is first in at"
          + " least nine of ten acts"),
  /** All acts are about one object. */
  ONE_OCCASION("a single occasion: all acts are about one object");

  /** False-discovery rate of a lead. */
  static final double RATE = 0.05;

  private final String words;

  Innocent(String words) {
    this.words = words;
  }

  /** In words, for the reader of a lead. */
  public String words() {
    return words;
  }

  /** What remains possible where none of these was found. */
  public static String none() {
    return "none of the known ones fits; a shared scheduling tool, newsroom or team remains possible"
        + " and is no wrongdoing";
  }
}
