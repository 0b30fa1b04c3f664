package dev.sextant.identity;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import java.util.List;

/**
 * Why a machine proposes that two accounts are one actor.
 *
 * @param kind what they share
 * @param selector the shared value
 * @param records up to {@link #MOST_RECORDS} records of each account that say so, by id
 */
public record Reason(Kind kind, Selector selector, List<Digest> records) {
  /** Enough to look at, few enough to show. */
  public static final int MOST_RECORDS = 5;

  /** What two accounts share, strongest first. */
  public enum Kind {
    /** The platform's permanent number. */
    PLATFORM_ID("the same permanent account number"),
    /** A telephone number that keys the account, or that the platform says it verified. */
    PHONE("the same telephone number, verified for both"),
    /** An e-mail address that the platform says it verified. */
    EMAIL("the same e-mail address, verified for both"),
    /** A handle that keys one of them and is an attribute of the other on the same platform. */
    HANDLE("the same handle on one platform; handles can change hands");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  /** Copies. */
  public Reason {
    records = List.copyOf(records);
  }
}
