package dev.sextant.records;

import dev.sextant.terms.BadValue;
import dev.sextant.terms.Locator;
import dev.sextant.terms.Platform;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a record names an account: the best key its source gives, with the names shown beside it.
 *
 * @param platform where the account lives
 * @param basis what the key is; it says how far the key can be trusted to mean one account
 * @param key the key itself, as the source writes it ({@code 777000}, {@code @anna}, {@code
 *     +44...})
 * @param handle the changeable account name, without a leading at-sign, if the source gives one
 * @param displayName the name shown, if the source gives one
 */
public record AccountRef(
    Platform platform,
    KeyBasis basis,
    String key,
    @Nullable String handle,
    @Nullable String displayName) {

  /** Characters of the exhibit's digest in a key: 128 bits, so that nobody can make two meet. */
  private static final int DIGEST_CHARACTERS = 32;

  /** What kind of key names an account, strongest first. */
  public enum KeyBasis {
    /** The platform's permanent number. */
    PLATFORM_ID,
    /** A telephone number in E.164 form. */
    PHONE,
    /** A changeable account name. */
    HANDLE,
    /**
     * Only a name as displayed: two people may share it. The key is prefixed with the conversation
     * or file it was seen in ({@code conversation/name}), so that it never joins across them.
     */
    DISPLAY_NAME,
    /** A label in a table or chart that somebody drew; means something inside that exhibit only. */
    LABEL;

    private final String small = name().toLowerCase(Locale.ROOT);
  }

  /** Checks that there is a key. */
  public AccountRef {
    if (key.isBlank()) {
      throw new BadValue("SX-RECORD-ACCOUNT", "account key", key, "an account needs a key");
    }
  }

  /** An account known by its platform's permanent number. */
  public static AccountRef ofId(
      Platform platform, String id, @Nullable String handle, @Nullable String displayName) {
    return new AccountRef(platform, KeyBasis.PLATFORM_ID, id, handle, displayName);
  }

  /** The account's key in one line, the same for equal accounts: {@code platform/basis/key}. */
  public String accountKey() {
    return platform + "/" + basis.small + "/" + key;
  }

  /**
   * The key under which this reference means one account within a case. A platform's number, a
   * telephone number and a handle mean the same in every exhibit. A name as displayed and a label
   * in a chart mean something inside their exhibit only, so the exhibit becomes part of the key:
   * two charts may both have a node "1", two telephones may both hold a "_chat.txt" with an "Anna".
   *
   * @param at where the reference was read
   */
  public String keyAt(Locator at) {
    return switch (basis) {
      case PLATFORM_ID, PHONE, HANDLE -> accountKey();
      case DISPLAY_NAME, LABEL ->
          accountKey() + "#" + at.exhibit().hex().substring(0, DIGEST_CHARACTERS);
    };
  }

  /** The name to show to people: display name, else handle, else key. */
  public String shownAs() {
    if (displayName != null && !displayName.isBlank()) {
      return displayName;
    }
    return handle != null && !handle.isBlank() ? handle : key;
  }
}
