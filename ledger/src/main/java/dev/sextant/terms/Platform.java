package dev.sextant.terms;

/**
 * Where accounts live: a platform's short name. Open: a table from an unknown source may bring a
 * name of its own.
 *
 * @param name lower-case letters, digits, dots and hyphens, 1 to 40 characters
 */
public record Platform(String name) implements Comparable<Platform> {
  /** Telegram. */
  public static final Platform TELEGRAM = new Platform("telegram");

  /** WhatsApp. */
  public static final Platform WHATSAPP = new Platform("whatsapp");

  /** X, formerly Twitter. */
  public static final Platform X = new Platform("x");

  /** Instagram. */
  public static final Platform INSTAGRAM = new Platform("instagram");

  /** Facebook and Messenger. */
  public static final Platform FACEBOOK = new Platform("facebook");

  /** No platform: a table or chart that somebody drew. */
  public static final Platform TABLE = new Platform("table");

  /** Checks the form. */
  public Platform {
    if (!wellFormed(name)) {
      throw new BadValue(
          "SX-TERMS-PLATFORM", "Platform", name, "use lower-case letters, digits, dots, hyphens");
    }
  }

  /* [a-z0-9][a-z0-9.-]{0,39}, by hand: asked for every record. */
  private static boolean wellFormed(String name) {
    int length = name.length();
    for (int i = 0; i < length; i++) {
      char c = name.charAt(i);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!plain && (i == 0 || (c != '.' && c != '-'))) {
        return false;
      }
    }
    return length >= 1 && length <= 40;
  }

  @Override
  public int compareTo(Platform other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
