package dev.sextant.authority;

import dev.sextant.authority.policy.PolicyBundle;
import dev.sextant.authority.policy.PolicyStatement;
import dev.sextant.authority.policy.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * How far a law in force is behind the one that this program ships: a home that was made by an
 * older program keeps the law that its people signed, until they sign another.
 *
 * @param kind policies or pack
 * @param inForce version in force
 * @param shipped version that the program ships
 * @param missing what the one in force does not say: steps and policies by name, or paths of a pack
 * @param own what the one in force says and the shipped one does not, or says otherwise: the
 *     house's own words, which nobody may lose by taking up the shipped ones
 */
public record LawLag(
    LawKind kind, long inForce, long shipped, List<String> missing, List<String> own) {

  /** Copies. */
  public LawLag {
    missing = List.copyOf(missing);
    own = List.copyOf(own);
  }

  /**
   * Compares a law in force with what ships under its name.
   *
   * @param untouched whether it came with a program, so that no word in it is the house's own
   * @return empty if nothing is missing in it
   */
  static Optional<LawLag> of(LawText inForce, boolean untouched) {
    Optional<LawLag> lag =
        switch (inForce.kind()) {
          case POLICY -> policies(inForce);
          case PACK -> pack(inForce);
        };
    boolean shippedOnce = untouched || everShipped().contains(inForce.digest().hex());
    return lag.map(one ->
        shippedOnce
            ? new LawLag(one.kind(), one.inForce(), one.shipped(), one.missing(), List.of())
            : one);
  }

  /** Digests of every text that a program ever shipped, as {@code policies/shipped.txt} keeps. */
  static Set<String> everShipped() {
    try (InputStream in = LawLag.class.getResourceAsStream("/policies/shipped.txt")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.substring(line.lastIndexOf(' ') + 1))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text that ships under a law's name, if one does. */
  static Optional<LawText> shipped(LawText of) {
    if (of.kind() == LawKind.POLICY) {
      return Optional.of(LawText.shippedPolicies());
    }
    return JurisdictionPack.shippedNames().contains(of.name())
        ? Optional.of(LawText.of(LawKind.PACK, JurisdictionPack.shipped(of.name()).text()))
        : Optional.empty();
  }

  private static Optional<LawLag> policies(LawText inForce) {
    PolicyBundle old = PolicyBundle.parse(inForce.body());
    PolicyBundle now = PolicyBundle.shipped();
    TreeSet<String> missing = new TreeSet<>(Vocabulary.of(now.schema()).actions().keySet());
    missing.removeAll(Vocabulary.of(old.schema()).actions().keySet());
    missing.addAll(others(now, old));
    return lag(inForce, now.version(), List.copyOf(missing), others(old, now));
  }

  /* Statements of one bundle that the other has not, by identifier. */
  private static List<String> others(PolicyBundle of, PolicyBundle without) {
    List<PolicyStatement> rest = new ArrayList<>(of.statements());
    rest.removeAll(without.statements());
    return rest.stream().map(PolicyStatement::id).toList();
  }

  private static Optional<LawLag> pack(LawText inForce) {
    LawText now = shipped(inForce).orElse(null);
    if (now == null) {
      return Optional.empty();
    }
    Map<String, String> old = paths(JurisdictionPack.parse(inForce.body()));
    Map<String, String> shipped = paths(JurisdictionPack.parse(now.body()));
    List<String> missing =
        shipped.keySet().stream().filter(path -> !old.containsKey(path)).toList();
    List<String> own =
        old.keySet().stream()
            .filter(path -> !path.equals("version"))
            .filter(path -> !Objects.equals(old.get(path), shipped.get(path)))
            .toList();
    return lag(inForce, now.version(), missing, own);
  }

  /* Each value that is no mapping, by its path; a list is one value. */
  private static Map<String, String> paths(JurisdictionPack pack) {
    Map<String, String> paths = new TreeMap<>();
    pack.leaves((path, value) -> paths.put(path, value.toString()));
    return paths;
  }

  private static Optional<LawLag> lag(
      LawText inForce, long shipped, List<String> missing, List<String> own) {
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(new LawLag(inForce.kind(), inForce.version(), shipped, missing, own));
  }

  /** What to say to whoever opens the house: code, what lacks, and the cure. */
  public LawFault fault() {
    return older(
        kind == LawKind.POLICY
            ? "the policies in force are older than this program: steps they do not know are refused"
            : "the pack in force is older than this program: what needs what it lacks is refused",
        kind.field() + " version " + inForce + ", the program ships " + shipped,
        String.join(", ", missing));
  }

  /** {@code SX-AUTH-LAW-OLDER}, with the way to bring the law up to date. */
  static LawFault older(String what, String place, String value) {
    return new LawFault(
        "SX-AUTH-LAW-OLDER",
        what,
        place,
        value,
        "propose the shipped ones: Law of the house in the browser, or ./sextant policy update;"
            + " an authorising officer and an overseer approve");
  }

  /**
   * Refuses to put the shipped text in the place of one that holds the house's own words.
   *
   * @throws Refused.Application {@code SX-AUTH-LAW-OWN}
   */
  void requireNothingLost() {
    if (!own.isEmpty()) {
      throw new Refused.Application(
          "SX-AUTH-LAW-OWN",
          "the law in force holds words of this house's own, which the shipped one would take away",
          kind.field() + " version " + inForce,
          String.join(", ", own),
          "put what is missing into the house's own text and propose that: " + missing);
    }
  }
}
