package dev.sextant.terms;

/**
 * How far a source can be relied on and its information believed, each judged apart, in the scheme
 * in which the judge spoke. Grades are never averaged or added: there is no arithmetic on them.
 */
public sealed interface Grade {
  /** The scheme's name, such as {@code UK-3x5x2}. */
  String scheme();

  /** The grade as people of that scheme write it, such as {@code 2/C/P}. */
  String code();

  /** Both halves in words, source first. */
  String words();

  /**
   * True if the grade itself says that other sources bear the information out, which only
   * independent origins can.
   */
  boolean corroborated();

  /** True if the grade holds the source untested and the information unknown, or less. */
  boolean untested();

  /** Reads a scheme and a code as {@link #scheme} and {@link #code} print them. */
  static Grade parse(String scheme, String code) {
    return switch (scheme) {
      case Uk3x5x2.SCHEME -> Uk3x5x2.parse(code);
      case Admiralty.SCHEME -> Admiralty.parse(code);
      case Europol.SCHEME -> Europol.parse(code);
      default ->
          throw new BadValue(
              "SX-TERMS-GRADE", "grading scheme", scheme, "use UK-3x5x2, ADMIRALTY or EUROPOL-4x4");
    };
  }

  /**
   * The United Kingdom's 3x5x2 intelligence grading (College of Policing, APP information
   * management).
   *
   * @param source 1 reliable, 2 untested, 3 not reliable
   * @param information A known directly, B known indirectly but corroborated, C known indirectly, D
   *     not known, E suspected to be false
   * @param handling P lawful sharing permitted, C permitted with conditions
   * @param conditions the conditions, required when handling is C, else empty
   */
  record Uk3x5x2(int source, char information, char handling, String conditions) implements Grade {
    static final String SCHEME = "UK-3x5x2";

    /** Checks each part. */
    public Uk3x5x2 {
      boolean known = source >= 1 && source <= 3 && information >= 'A' && information <= 'E';
      if (!known || (handling != 'P' && handling != 'C')) {
        throw new BadValue(
            "SX-TERMS-GRADE",
            "3x5x2 grade",
            source + "/" + information + "/" + handling,
            "use 1-3, A-E, P or C");
      }
      if ((handling == 'C') == conditions.isBlank()) {
        throw new BadValue(
            "SX-TERMS-GRADE",
            "3x5x2 conditions",
            conditions,
            "write conditions with C, none with P");
      }
    }

    private static Uk3x5x2 parse(String code) {
      String[] parts = code.split("/", 4);
      if (parts.length >= 3
          && parts[0].length() == 1
          && parts[1].length() == 1
          && parts[2].length() == 1) {
        return new Uk3x5x2(
            parts[0].charAt(0) - '0',
            parts[1].charAt(0),
            parts[2].charAt(0),
            parts.length == 4 ? parts[3] : "");
      }
      throw new BadValue(
          "SX-TERMS-GRADE", "3x5x2 grade", code, "write it as 2/C/P or 1/A/C/conditions");
    }

    @Override
    public String scheme() {
      return SCHEME;
    }

    @Override
    public String code() {
      return source
          + "/"
          + information
          + "/"
          + handling
          + (conditions.isEmpty() ? "" : "/" + conditions);
    }

    @Override
    public String words() {
      String reliability =
          switch (source) {
            case 1 -> "reliable source";
            case 2 -> "untested source";
            default -> "source not reliable";
          };
      String belief =
          switch (information) {
            case 'A' -> "known directly to the source";
            case 'B' -> "known indirectly to the source but corroborated";
            case 'C' -> "known indirectly to the source";
            case 'D' -> "not known";
            default -> "suspected to be false";
          };
      return reliability
          + "; "
          + belief
          + (handling == 'P' ? "; sharing permitted" : "; sharing with conditions");
    }

    @Override
    public boolean corroborated() {
      return information == 'B';
    }

    @Override
    public boolean untested() {
      return source >= 2 && information >= 'D';
    }
  }

  /**
   * The Admiralty (NATO) system: source reliability A to F, information credibility 1 to 6.
   *
   * @param reliability A completely reliable ... E unreliable, F cannot be judged
   * @param credibility 1 confirmed ... 5 improbable, 6 cannot be judged
   */
  record Admiralty(char reliability, int credibility) implements Grade {
    static final String SCHEME = "ADMIRALTY";

    /** Checks each part. */
    public Admiralty {
      if (reliability < 'A' || reliability > 'F' || credibility < 1 || credibility > 6) {
        throw new BadValue(
            "SX-TERMS-GRADE", "Admiralty grade", "" + reliability + credibility, "use A-F and 1-6");
      }
    }

    private static Admiralty parse(String code) {
      if (code.length() == 2) {
        return new Admiralty(code.charAt(0), code.charAt(1) - '0');
      }
      throw new BadValue("SX-TERMS-GRADE", "Admiralty grade", code, "write it as B2");
    }

    @Override
    public String scheme() {
      return SCHEME;
    }

    @Override
    public String code() {
      return "" + reliability + credibility;
    }

    @Override
    public String words() {
      String source =
          switch (reliability) {
            case 'A' -> "completely reliable";
            case 'B' -> "usually reliable";
            case 'C' -> "fairly reliable";
            case 'D' -> "not usually reliable";
            case 'E' -> "unreliable";
            default -> "reliability cannot be judged";
          };
      String information =
          switch (credibility) {
            case 1 -> "confirmed by other sources";
            case 2 -> "probably true";
            case 3 -> "possibly true";
            case 4 -> "doubtful";
            case 5 -> "improbable";
            default -> "truth cannot be judged";
          };
      return source + "; " + information;
    }

    @Override
    public boolean corroborated() {
      return credibility == 1;
    }

    @Override
    public boolean untested() {
      return reliability >= 'D' && credibility >= 5;
    }
  }

  /**
   * Europol's 4x4 evaluation of source and information (Regulation (EU) 2016/794, Article 29).
   * Handling codes H0 to H3 are given apart, with the release.
   *
   * @param source A no doubt, B reliable in most instances, C unreliable in most instances, X
   *     cannot be assessed
   * @param information 1 no doubt, 2 known personally to the source, 3 not known personally but
   *     corroborated, 4 not known personally and cannot be corroborated
   */
  record Europol(char source, int information) implements Grade {
    static final String SCHEME = "EUROPOL-4x4";

    /** Checks each part. */
    public Europol {
      if ("ABCX".indexOf(source) < 0 || information < 1 || information > 4) {
        throw new BadValue(
            "SX-TERMS-GRADE",
            "Europol grade",
            "" + source + information,
            "use A, B, C or X and 1-4");
      }
    }

    private static Europol parse(String code) {
      if (code.length() == 2) {
        return new Europol(code.charAt(0), code.charAt(1) - '0');
      }
      throw new BadValue("SX-TERMS-GRADE", "Europol grade", code, "write it as B2");
    }

    @Override
    public String scheme() {
      return SCHEME;
    }

    @Override
    public String code() {
      return "" + source + information;
    }

    @Override
    public String words() {
      String reliability =
          switch (source) {
            case 'A' -> "no doubt about the source's authenticity, trustworthiness and competence";
            case 'B' -> "source reliable in most instances";
            case 'C' -> "source unreliable in most instances";
            default -> "source's reliability cannot be assessed";
          };
      String belief =
          switch (information) {
            case 1 -> "accuracy not in doubt";
            case 2 -> "known personally to the source, not to the official who passes it on";
            case 3 ->
                "not known personally to the source, corroborated by what is recorded already";
            default -> "not known personally to the source, and cannot be corroborated";
          };
      return reliability + "; " + belief;
    }

    @Override
    public boolean corroborated() {
      return information == 3;
    }

    @Override
    public boolean untested() {
      return source == 'X' && information == 4;
    }
  }
}
