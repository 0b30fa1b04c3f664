package dev.sextant.disclosure;

import dev.sextant.terms.BadValue;
import dev.sextant.terms.Grade;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How what is released may be handled: codes as their schemes write them, and the conditions that
 * some of them need in words. Schemes are kept side by side, never converted. Immutable.
 *
 * @param codes at most one of P and C, at most one of TLP, any of H1 to H3, or H0 alone
 * @param conditions in words, each once
 */
public record Handling(Set<Code> codes, SortedSet<String> conditions) {
  private static final int SHORTEST_CONDITION = 10;
  private static final int LONGEST_CONDITION = 500;

  /** Nothing was said. */
  public static final Handling NONE = new Handling(Set.of(), Collections.emptySortedSet());

  /** The scheme of a code. */
  private enum Scheme {
    /** UK intelligence report: permitted, or with conditions. */
    UK,
    /** Europol's handling codes: restrictions that add up. */
    EUROPOL,
    /** Traffic Light Protocol 2.0. */
    TLP
  }

  /** A code, within its scheme from the least to the most restrictive. */
  public enum Code {
    /** Lawful sharing permitted. */
    P("P", Scheme.UK),
    /** Lawful sharing permitted with conditions. */
    C("C", Scheme.UK),
    /** To prevent and combat crime only. */
    H0("H0", Scheme.EUROPOL),
    /** Not in judicial proceedings without the provider's permission. */
    H1("H1", Scheme.EUROPOL),
    /** Not to be passed on without the provider's permission. */
    H2("H2", Scheme.EUROPOL),
    /** Other restrictions, in words. */
    H3("H3", Scheme.EUROPOL),
    /** May be told to anybody. */
    TLP_CLEAR("TLP:CLEAR", Scheme.TLP),
    /** To the community. */
    TLP_GREEN("TLP:GREEN", Scheme.TLP),
    /** To the recipient's organisation and its clients. */
    TLP_AMBER("TLP:AMBER", Scheme.TLP),
    /** To the recipient's organisation only. */
    TLP_AMBER_STRICT("TLP:AMBER+STRICT", Scheme.TLP),
    /** To the named recipient only. */
    TLP_RED("TLP:RED", Scheme.TLP);

    private final String text;
    private final Scheme scheme;

    Code(String text, Scheme scheme) {
      this.text = text;
      this.scheme = scheme;
    }

    /** As the scheme writes it. */
    public String text() {
      return text;
    }

    /**
     * Reads a code.
     *
     * @throws BadValue {@code SX-DISC-HANDLING} if no scheme has it
     */
    public static Code parse(String text) {
      return Arrays.stream(values())
          .filter(code -> code.text.equals(text.strip().toUpperCase(Locale.ROOT)))
          .findFirst()
          .orElseThrow(() ->
              new BadValue(
                  "SX-DISC-HANDLING",
                  "handling code",
                  text,
                  "use one of " + Arrays.stream(values()).map(Code::text).toList()));
    }
  }

  /**
   * Keeps the most restrictive of each scheme.
   *
   * @throws BadValue {@code SX-DISC-HANDLING} if C or H3 comes without a condition in words
   */
  public Handling {
    codes = Collections.unmodifiableSet(strictest(codes));
    TreeSet<String> kept = new TreeSet<>();
    for (String condition : conditions) {
      String words = condition.strip();
      if (words.length() < SHORTEST_CONDITION || words.length() > LONGEST_CONDITION) {
        throw new BadValue(
            "SX-DISC-HANDLING",
            "handling condition",
            words.length() + " characters",
            "write 10 to 500 characters");
      }
      kept.add(words);
    }
    conditions = Collections.unmodifiableSortedSet(kept);
    if (conditions.isEmpty() && (codes.contains(Code.C) || codes.contains(Code.H3))) {
      throw new BadValue(
          "SX-DISC-HANDLING",
          "handling condition",
          "none",
          "C and H3 say nothing without their condition in words");
    }
  }

  private static Set<Code> strictest(Collection<Code> given) {
    EnumSet<Code> kept = EnumSet.noneOf(Code.class);
    for (Code code : given) {
      boolean surpassed =
          code.scheme == Scheme.EUROPOL
              ? code == Code.H0
                  && given.stream().anyMatch(o -> o != code && o.scheme == code.scheme)
              : given.stream().anyMatch(o -> o.scheme == code.scheme && o.compareTo(code) > 0);
      if (!surpassed) {
        kept.add(code);
      }
    }
    return kept;
  }

  /** What binds whoever holds both: every restriction of either. */
  public Handling join(Handling other) {
    EnumSet<Code> all = EnumSet.noneOf(Code.class);
    all.addAll(codes);
    all.addAll(other.codes);
    TreeSet<String> words = new TreeSet<>(conditions);
    words.addAll(other.conditions);
    return new Handling(all, words);
  }

  /** What a finding's own grade says of its handling; grades of other schemes say nothing of it. */
  static Handling of(int finding, Grade grade) {
    if (!(grade instanceof Grade.Uk3x5x2 uk)) {
      return NONE;
    }
    String condition =
        uk.conditions().isEmpty() ? "" : "condition of F-" + finding + ": " + uk.conditions();
    return of(
        List.of(String.valueOf(uk.handling())),
        condition.substring(0, Math.min(LONGEST_CONDITION, condition.length())));
  }

  /** From codes as written and one condition, which may be blank. */
  public static Handling of(List<String> codes, String condition) {
    EnumSet<Code> read = EnumSet.noneOf(Code.class);
    codes.forEach(code -> read.add(Code.parse(code)));
    return new Handling(read, new TreeSet<>(condition.isBlank() ? Set.of() : Set.of(condition)));
  }

  /**
   * The codes that an instruction in free words names, such as an authority's; the words themselves
   * are a condition if a code needs one.
   */
  public static Handling in(String words) {
    EnumSet<Code> found = EnumSet.noneOf(Code.class);
    for (String token : words.split("[^A-Za-z0-9:+]+")) {
      for (Code code : Code.values()) {
        if (code.text.equals(token)) {
          found.add(code);
        }
      }
    }
    boolean said = words.strip().length() >= SHORTEST_CONDITION;
    boolean needed = found.contains(Code.C) || found.contains(Code.H3);
    if (needed && !said) {
      found.remove(Code.C);
      found.remove(Code.H3);
    }
    String condition = words.strip();
    return new Handling(
        found,
        new TreeSet<>(
            needed && said
                ? Set.of(condition.substring(0, Math.min(LONGEST_CONDITION, condition.length())))
                : Set.of()));
  }

  /** The codes as their schemes write them. */
  public List<String> texts() {
    return codes.stream().sorted().map(Code::text).toList();
  }

  /** In one line. */
  public String line() {
    String all = String.join(" ", texts());
    String words = String.join("; ", conditions);
    return words.isEmpty() ? all : all.isEmpty() ? words : all + " (" + words + ")";
  }
}
