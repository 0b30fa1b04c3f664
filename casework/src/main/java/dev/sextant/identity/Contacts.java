package dev.sextant.identity;

import dev.sextant.identity.Facet.Found;
import dev.sextant.identity.Likeness.Group;
import dev.sextant.identity.Observation.Said;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Addresses, numbers, keys and links that two accounts state. What a platform verified is the
 * holder's; what is merely stated anybody can type. A value that too many accounts hold is named
 * and weighs nothing.
 *
 * <p>Weights are set by hand from how often strangers in a case share such a value (next to never,
 * unless it is generic) and how often one holder's accounts do (often for numbers and addresses);
 * they were fitted to no set of data.
 */
final class Contacts {
  private static final String NOBODY = "none in common";

  private Contacts() {}

  static List<Facet> facets() {
    return List.of(
        new Facet(
            "e-mail address",
            Group.CONTACT,
            "an e-mail address of each, best one that the platform verified",
            20,
            -1,
            (a, b) -> verifiable(a, b, Said.VERIFIED_EMAIL, Said.EMAIL)),
        new Facet(
            "telephone number",
            Group.CONTACT,
            "a telephone number of each, best one that the platform verified",
            20,
            -1,
            (a, b) -> verifiable(a, b, Said.VERIFIED_PHONE, Said.PHONE)),
        new Facet(
            "permanent number",
            Group.CONTACT,
            "a profile of one that states the other's permanent number",
            20,
            0,
            Contacts::number),
        new Facet(
            "key, payment address or device",
            Group.CONTACT,
            "a PGP key, payment address or device of each",
            18,
            0,
            (a, b) -> shared(a, b, Said.TOKEN, "the same", 18, 0)),
        new Facet("link", Group.CONTENT, "a profile with links of each", 12, 0, Contacts::links));
  }

  private static @Nullable Found verifiable(
      Observation a, Observation b, Said verified, Said stated) {
    Set<String> ofA = both(a, verified, stated);
    Set<String> ofB = both(b, verified, stated);
    if (ofA.isEmpty() || ofB.isEmpty()) {
      return null;
    }
    Found best = null;
    for (String value : ofA) {
      if (!ofB.contains(value)) {
        continue;
      }
      boolean one = a.all(verified).contains(value);
      boolean other = b.all(verified).contains(value);
      Found found =
          a.generic().contains(value)
              ? Found.of("the same, but many accounts hold it", value, value, 0)
              : one && other
                  ? Found.of("the same, verified for both", value, value, 20)
                  // Anybody can type another's address.
                  : one || other
                      ? Found.of("the same, verified for one", value, value, 15)
                      : Found.of("the same, stated for both", value, value, 12);
      best = best == null || found.weight() > best.weight() ? found : best;
    }
    if (best != null) {
      return best;
    }
    String one = ofA.iterator().next();
    String other = ofB.iterator().next();
    return a.all(verified).isEmpty() || b.all(verified).isEmpty()
        ? Found.of(NOBODY, one, other, 0)
        // People keep several; that two verified ones differ says little.
        : Found.of("others, verified", one, other, -1);
  }

  private static Set<String> both(Observation of, Said one, Said other) {
    Set<String> both = new TreeSet<>(of.all(one));
    both.addAll(of.all(other));
    return both;
  }

  private static @Nullable Found number(Observation a, Observation b) {
    for (String number : a.all(Said.PLATFORM_ID)) {
      if (b.all(Said.PLATFORM_ID).contains(number)) {
        return Found.of("one states the other's permanent number", number, number, 20);
      }
    }
    return null;
  }

  private static @Nullable Found shared(
      Observation a, Observation b, Said what, String level, double bits, double otherwise) {
    List<String> ofA = a.all(what);
    List<String> ofB = b.all(what);
    if (ofA.isEmpty() || ofB.isEmpty()) {
      return null;
    }
    Found generic = null;
    for (String value : ofA) {
      if (ofB.contains(value)) {
        if (!a.generic().contains(value)) {
          return Found.of(level, value, value, bits);
        }
        generic = Found.of("the same, but many accounts hold it", value, value, 0);
      }
    }
    return generic != null ? generic : Found.of(NOBODY, ofA.getFirst(), ofB.getFirst(), otherwise);
  }

  /* A profile that points at the other account says more than one place both point at. */
  private static @Nullable Found links(Observation a, Observation b) {
    Found pointing = points(a, b);
    if (pointing == null) {
      Found back = points(b, a);
      pointing = back == null ? null : new Found(back.level(), back.b(), back.a(), back.weight());
    }
    return pointing != null ? pointing : shared(a, b, Said.LINK, "the same", 9, 0);
  }

  private static @Nullable Found points(Observation from, Observation to) {
    for (String link : from.all(Said.LINK)) {
      String[] parts = link.toLowerCase(java.util.Locale.ROOT).split("[/?#]+");
      boolean host = parts[0].contains(to.platform().name());
      for (String handle : to.handles().keySet()) {
        for (int i = 1; host && i < parts.length; i++) {
          String named = parts[i].startsWith("@") ? parts[i].substring(1) : parts[i];
          if (named.equals(handle.toLowerCase(java.util.Locale.ROOT))) {
            return Found.of("one profile links to the other", link, handle, 12);
          }
        }
      }
    }
    return null;
  }
}
