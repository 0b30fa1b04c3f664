package dev.sextant.linkage.name;

import dev.sextant.linkage.metric.Edits;
import dev.sextant.linkage.metric.JaroWinkler;

/**
 * What two words of two names have in common: the kind of agreement, and what it takes off the
 * rarity of the word. Keeps working space: for one thread.
 */
final class Agreement {
  /** Bits of one word at most: names run in families and peoples, so words are not independent. */
  static final int MOST = 12;

  /** No agreement. */
  static final int NONE = -1;

  static final int SAME = 0;
  static final int SOUND = 1;
  static final int FAMILIAR = 2;
  static final int SLIP = 3;
  static final int INITIAL = 4;

  private final Edits edits = new Edits();
  private final JaroWinkler likeness = new JaroWinkler();

  /** The kind, or {@link #NONE}. */
  int kind(Part a, Part b) {
    if (a.text().equals(b.text())) {
      return a.is(Part.Role.INITIAL) ? INITIAL : SAME;
    }
    if (a.is(Part.Role.NUMBER) || b.is(Part.Role.NUMBER) || a.light() || b.light()) {
      return NONE;
    }
    if (a.is(Part.Role.INITIAL) || b.is(Part.Role.INITIAL)) {
      return a.text().charAt(0) == b.text().charAt(0) ? INITIAL : NONE;
    }
    if (!a.key().isEmpty() && a.key().equals(b.key()) && a.key().length() > 1 || loose(a, b)) {
      return SOUND;
    }
    if (Nicknames.related(a.families(), b.families())) {
      return FAMILIAR;
    }
    if (!a.loose().isEmpty() && !b.loose().isEmpty() && a.text().length() < 6) {
      return NONE;
    }
    /* Mario and Maria, Oleg and Olga: both are names, so neither is a slip for the other. */
    if (a.known() && b.known()) {
      return NONE;
    }
    return meet(a.codes(), b.codes()) || slip(a, b) ? SLIP : NONE;
  }

  private static boolean loose(Part a, Part b) {
    /* Where both are written in the same open script, their letters tell. */
    if (a.loose().isEmpty() == b.loose().isEmpty()) {
      return false;
    }
    /* The other's key under the same looseness: it is only known which one where one of them has it. */
    String left = a.loose().isEmpty() ? looseAs(a, b) : a.loose();
    String right = b.loose().isEmpty() ? looseAs(b, a) : b.loose();
    return left.length() >= 2 && left.equals(right);
  }

  /** Whether one word is two of the other name, where a script leaves sounds open. */
  static boolean openly(Part one, Part first, Part second) {
    if (first.loose().isEmpty()) {
      String both = first.text() + second.text();
      return one.loose().length() >= 3
          && (one.loose().equals(Sounds.consonants(both))
              || one.loose().equals(Sounds.korean(both)));
    }
    return (first.loose() + second.loose()).equals(looseAs(one, first))
        && first.loose().length() + second.loose().length() >= 3;
  }

  private static String looseAs(Part plain, Part open) {
    String consonants = Sounds.consonants(open.text());
    return consonants.equals(open.loose())
        ? Sounds.consonants(plain.text())
        : Sounds.korean(plain.text());
  }

  /* Half of the pronunciations at least: two words that share one by way of some language are many. */
  private static boolean meet(String[] a, String[] b) {
    int i = 0;
    int j = 0;
    int shared = 0;
    while (i < a.length && j < b.length) {
      int order = a[i].compareTo(b[j]);
      if (order == 0) {
        shared++;
        i++;
        j++;
      } else if (order < 0) {
        i++;
      } else {
        j++;
      }
    }
    return shared > 0 && shared * 2 >= Math.max(a.length, b.length);
  }

  /* One edit from 4 letters on, two from 9 on, in the spelling or in the sound; not in the ending of a
   * patronymic. Or one is cut short. */
  private boolean slip(Part a, Part b) {
    String x = a.stem();
    String y = b.stem();
    int shorter = Math.min(x.length(), y.length());
    int longer = Math.max(x.length(), y.length());
    if (shorter < 3 || longer < 4 || longer - shorter > 3) {
      return false;
    }
    int allowed = longer >= 9 ? 2 : 1;
    if (edits.distance(x, y) <= allowed) {
      return true;
    }
    if (Math.min(a.key().length(), b.key().length()) >= 5
        && edits.distance(a.key(), b.key()) <= (longer >= 9 ? 2 : 1)) {
      return true;
    }
    return shorter >= 4 && (x.startsWith(y) || y.startsWith(x)) && shorter * 10 >= longer * 6;
  }

  /** What the agreement is worth, whole bits, at least 1. */
  int worth(Part a, Part b, int kind) {
    int bits = Math.min(MOST, Math.min(a.bits(), b.bits()));
    return switch (kind) {
      case SAME -> bits;
      case SOUND -> Math.max(1, bits - 1);
      case FAMILIAR -> Math.max(1, Math.min(bits, MOST) - 3);
      case SLIP -> Math.max(1, bits - (Math.max(a.text().length(), b.text().length()) < 6 ? 5 : 4));
      default -> 2;
    };
  }

  /** What two words that do not agree weigh against one bearer, whole bits, above 0. */
  int against(Part a, Part b) {
    if (a.is(Part.Role.INITIAL) || b.is(Part.Role.INITIAL)) {
      return 9;
    }
    String x = a.stem();
    String y = b.stem();
    int longer = Math.max(x.length(), y.length());
    boolean near =
        !(a.known() && b.known())
            && longer >= 5
            && (edits.distance(x, y) * 3 <= longer || likeness.likeness(x, y) >= 8800);
    return near ? 6 : 14;
  }
}
