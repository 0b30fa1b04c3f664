package dev.sextant.terms;

/** What kind of identifier a selector is, and whether it is bound to one person or is broad. */
public enum SelectorType {
  /** A platform's permanent account number. */
  PLATFORM_ID(false, true),
  /** A changeable account name. */
  HANDLE(false, true),
  /** An e-mail address. */
  EMAIL(false, false),
  /** A telephone number in E.164 form. */
  PHONE(false, false),
  /** A device number (IMEI, advertising id). */
  DEVICE(false, false),
  /** An IP address. */
  IP(false, false),
  /** A web address of one profile or page. */
  URL(false, false),
  /** A cryptographic key's fingerprint. */
  PGP(false, false),
  /** A payment address. */
  WALLET(false, false),
  /** A name as displayed; weak: many people share one. */
  DISPLAY_NAME(false, true),
  /** A group, channel or conversation: many people's words. */
  GROUP(true, true),
  /** A hashtag: anybody's words. */
  HASHTAG(true, false),
  /** A word: anybody's words. */
  KEYWORD(true, false),
  /** A place: anybody who was there. */
  PLACE(true, false);

  private final boolean broad;
  private final boolean platformBound;

  SelectorType(boolean broad, boolean platformBound) {
    this.broad = broad;
    this.platformBound = platformBound;
  }

  /** True if it reaches people who are not named: needs the overseer beforehand and a quota. */
  public boolean broad() {
    return broad;
  }

  /** True if it means something on one platform only, so that the platform must be named. */
  public boolean platformBound() {
    return platformBound;
  }
}
