package dev.sextant.custody;

/** What may be said of where an exhibit comes from. */
public enum ExhibitClass {
  /** A capture of a public page with every field that a court will ask for. */
  CAPTURE("capture, all fields present", true),
  /** A provider, a person, a device or a witness handed it over; the acquisition says who. */
  HANDED_OVER("handed over", true),
  /** Somebody gave it without a name. */
  TIP("TIP, untested", false),
  /** Somebody uploaded it, or called it a capture without what makes it one. */
  UPLOADED("UPLOADED, untested", false);

  private final String words;
  private final boolean certifiable;

  ExhibitClass(String words, boolean certifiable) {
    this.words = words;
    this.certifiable = certifiable;
  }

  /** As it is printed beside the exhibit. */
  public String words() {
    return words;
  }

  /** Whether a certificate of its copying can be drawn up. */
  public boolean certifiable() {
    return certifiable;
  }

  /** The class of bytes that came in this way, before anybody examined them. */
  static ExhibitClass of(Acquisition.How how) {
    return switch (how) {
      case PROVIDER_RETURN, USER_EXPORT, DEVICE, WITNESS -> HANDED_OVER;
      case TIP -> TIP;
      case PUBLIC_CAPTURE, UPLOAD -> UPLOADED;
    };
  }
}
