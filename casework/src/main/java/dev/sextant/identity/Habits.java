package dev.sextant.identity;

import dev.sextant.identity.Facet.Found;
import dev.sextant.identity.Likeness.Group;
import dev.sextant.identity.Observation.Said;
import dev.sextant.linkage.metric.Folded;
import dev.sextant.records.PictureHash;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What accounts show, whom they deal with and when: weak evidence, each with a low cap. Weights are
 * set by hand and fitted to no set of data.
 */
final class Habits {
  /** Fewer acts than these show no rhythm. */
  private static final int LEAST_ACTS = 50;

  /** Fewer acquaintances than these say nothing by being others. */
  private static final int LEAST_BESIDE = 10;

  private Habits() {}

  static List<Facet> facets() {
    return List.of(
        new Facet("date of birth", Group.CONTENT, "a date of birth of each", 7, -3, Habits::birth),
        new Facet("biography", Group.CONTENT, "a biography of each", 8, 0, Habits::bio),
        new Facet("pictures", Group.CONTENT, "pictures that each sent", 4, 0, Habits::pictures),
        new Facet(
            "acquaintances",
            Group.COMPANY,
            "records of whom each deals with",
            4,
            -2,
            Habits::beside),
        new Facet(
            "hours of the day",
            Group.RHYTHM,
            LEAST_ACTS + " acts of each with a time",
            1.5,
            -2,
            Habits::hours),
        new Facet("platform", Group.COMPANY, "", 0, -2, Habits::platform));
  }

  private static @Nullable Found birth(Observation a, Observation b) {
    if (a.all(Said.BIRTH).isEmpty() || b.all(Said.BIRTH).isEmpty()) {
      return null;
    }
    for (String one : a.all(Said.BIRTH)) {
      for (String other : b.all(Said.BIRTH)) {
        String digits = one.replaceAll("\\D", "");
        if (digits.length() >= 6 && digits.equals(other.replaceAll("\\D", ""))) {
          // One day among some fifteen thousand, less for those that everybody types.
          return Found.of("the same", one, other, 7);
        }
      }
    }
    return Found.of("another", a.all(Said.BIRTH).getFirst(), b.all(Said.BIRTH).getFirst(), -3);
  }

  private static @Nullable Found bio(Observation a, Observation b) {
    Found best = null;
    for (String one : a.all(Said.BIO)) {
      for (String other : b.all(Said.BIO)) {
        Set<String> left = new HashSet<>(Folded.split(one));
        Set<String> right = new HashSet<>(Folded.split(other));
        if (left.size() < 3 || right.size() < 3) {
          continue;
        }
        Set<String> common = new HashSet<>(left);
        common.retainAll(right);
        double share = (double) common.size() / (left.size() + right.size() - common.size());
        Found found =
            share >= 0.8
                ? Found.of("nearly the same words", one, other, 8)
                : share >= 0.5
                    ? Found.of("half of the words in common", one, other, 4)
                    : Found.of("other words", one, other, 0);
        best = best == null || found.weight() > best.weight() ? found : best;
      }
    }
    return best;
  }

  /* Pictures are passed on: that two sent one says more of what they saw than of who they are. */
  private static @Nullable Found pictures(Observation a, Observation b) {
    if (a.all(Said.PICTURE).isEmpty() || b.all(Said.PICTURE).isEmpty()) {
      return null;
    }
    for (String one : a.all(Said.PICTURE)) {
      if (b.all(Said.PICTURE).contains(one) && !a.generic().contains(one)) {
        return Found.of("both sent the same picture", shown(one), shown(one), 4);
      }
    }
    for (String one : a.all(Said.LIKENESS)) {
      for (String other : b.all(Said.LIKENESS)) {
        boolean near =
            PictureHash.of(one).distance(PictureHash.of(other)) <= PictureHash.LIKELY_SAME;
        if (near && !a.generic().contains(one) && !b.generic().contains(other)) {
          return Found.of("both sent a picture that looks the same", one, other, 3);
        }
      }
    }
    return Found.of(
        "none in common",
        a.all(Said.PICTURE).size() + " pictures",
        b.all(Said.PICTURE).size() + " pictures",
        0);
  }

  private static String shown(String digest) {
    return digest.substring(0, 12);
  }

  private static @Nullable Found beside(Observation a, Observation b) {
    List<String> ofA = a.all(Said.BESIDE);
    List<String> ofB = b.all(Said.BESIDE);
    if (ofA.isEmpty() || ofB.isEmpty()) {
      return null;
    }
    if (names(ofA, b) || names(ofB, a)) {
      // Who deals with an account is seldom its holder, though some do answer themselves.
      return Found.of("the two deal with one another", a.account(), b.account(), -2);
    }
    Set<String> common = new HashSet<>(ofA);
    common.retainAll(ofB);
    String left = ofA.size() + " others";
    String right = ofB.size() + " others";
    String shared = common.stream().sorted().limit(5).toList().toString();
    if (common.size() >= 5) {
      return Found.of(common.size() + " in common: " + shared, left, right, 4);
    }
    if (common.size() >= 2) {
      return Found.of(common.size() + " in common: " + shared, left, right, 2);
    }
    if (common.size() == 1) {
      return Found.of("one in common: " + shared, left, right, 1);
    }
    boolean many = ofA.size() >= LEAST_BESIDE && ofB.size() >= LEAST_BESIDE;
    boolean oneWorld = a.platform().equals(b.platform());
    return Found.of("none in common", left, right, many && oneWorld ? -1 : 0);
  }

  private static boolean names(List<String> beside, Observation other) {
    return beside.contains(other.account())
        || other.handles().keySet().stream()
            .anyMatch(h -> beside.contains("@" + h.toLowerCase(java.util.Locale.ROOT)))
        || other.all(Said.VERIFIED_PHONE).stream().anyMatch(beside::contains);
  }

  /* Jensen-Shannon divergence of the two days, in bits (Lin 1991, doi:10.1109/18.61115). */
  private static @Nullable Found hours(Observation a, Observation b) {
    int left = a.acts();
    int right = b.acts();
    if (left < LEAST_ACTS || right < LEAST_ACTS) {
      return null;
    }
    double divergence = 0;
    for (int hour = 0; hour < a.hours().size(); hour++) {
      double p = (double) a.hours().get(hour) / left;
      double q = (double) b.hours().get(hour) / right;
      double middle = (p + q) / 2;
      divergence += part(p, middle) / 2 + part(q, middle) / 2;
    }
    String one = left + " acts";
    String other = right + " acts";
    if (divergence <= 0.06) {
      return Found.of("the same hours", one, other, 1.5);
    }
    return divergence >= 0.5
        ? Found.of("other hours", one, other, -2)
        : Found.of("hours that say nothing", one, other, 0);
  }

  private static double part(double p, double middle) {
    return p == 0 ? 0 : p * StrictMath.log(p / middle) / StrictMath.log(2);
  }

  /* Two accounts of one person on one platform are possible; most people have one. */
  private static @Nullable Found platform(Observation a, Observation b) {
    boolean numbered =
        a.account().contains("/platform_id/") && b.account().contains("/platform_id/");
    return a.platform().equals(b.platform()) && numbered
        ? Found.of("two numbered accounts of one platform", a.account(), b.account(), -2)
        : null;
  }
}
