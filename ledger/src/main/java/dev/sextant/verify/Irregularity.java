package dev.sextant.verify;

import java.util.Locale;

/**
 * Something in a kit that does not check.
 *
 * @param kind what sort of thing it is
 * @param leaf the index of the entry that shows it; -1 where it is of no single entry
 * @param place entry, file or checkpoint
 * @param what what is wrong, in a sentence
 */
public record Irregularity(Kind kind, long leaf, String place, String what) {
  /** What sort of thing does not check. */
  public enum Kind {
    /** Bytes are not those that were hashed. */
    ALTERED("an entry was altered"),
    /** Entries were taken out or put in: those behind name other places than they have. */
    DROPPED("entries were dropped or put in"),
    /** A larger tree was cosigned before. */
    ROLLED_BACK("the log was rolled back"),
    /** Two trees of the same log contradict each other. */
    FORKED("the log was forked"),
    /** A signature or quorum is missing or does not verify. */
    SIGNATURE("a signature is missing or wrong"),
    /** Acts waited too long to be cosigned. */
    UNCOSIGNED("acts went uncosigned for too long"),
    /** Time runs backwards. */
    TIME("time runs backwards"),
    /** An entry is not an act. */
    FORM("an entry is not an act"),
    /** An outcome without its intent, or a second one. */
    OUTCOME("an outcome without its intent"),
    /** Done by somebody who had not the part. */
    ROLE("done without the part that it takes"),
    /** Done outside the authority then in force. */
    AUTHORITY("done outside the authority then in force"),
    /** A permit that should not have been given. */
    PERMIT("a permit without its grounds"),
    /** Under a law that was not in force, or that nobody has. */
    LAW("done under a law that was not in force"),
    /** A document or note is missing or contradicts the log. */
    DOCUMENT("a document is missing or contradicts the log"),
    /** Evidence without its leaf, or a leaf without its evidence. */
    EVIDENCE("evidence and log do not match"),
    /** Figures that the log does not give. */
    FIGURES("a figure is not that of the log");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** The kind in words. */
    public String words() {
      return words;
    }
  }

  /** One line. */
  public String line() {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + " at " + place + ": " + what;
  }
}
