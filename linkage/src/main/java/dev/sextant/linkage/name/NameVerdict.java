package dev.sextant.linkage.name;

import dev.sextant.linkage.metric.Edits;
import java.util.Set;

/**
 * How two names stand to each other: a level for a reader, and a weight in bits. The weights are
 * fixed and reasoned, not fitted to any set of pairs:
 *
 * <ul>
 *   <li>a word that both have is worth its rarity, at most 12 bits, two words at most 24; a variant
 *       of it 1 (sound), 3 (familiar form) or 4 to 5 (slip) bits less;
 *   <li>parts that only one has cost 1.5 bits each (middle names and patronymics come and go), but
 *       one single name against a full one costs 12: that is nobody in particular;
 *   <li>words that contradict each other cost 14 bits, 6 where they are near, 9 between initials;
 *       and then what agrees counts 14 bits at most, since families and peoples share names;
 *   <li>of organisations, words that many have are worth 3 bits and contradict by 7; numbers must
 *       be the same; differing legal forms cost 1.5, the same ones give 1;
 *   <li>8 bits are the price of any two names: strangers are far more usual than one actor.
 * </ul>
 *
 * <p>Keeps working space: for one thread.
 */
public final class NameVerdict {
  /** What a reader of an explanation needs, from best to worst. */
  public enum Level {
    /** Word for word. */
    SAME("same name"),
    /** Other order, spacing or script of the same words. */
    REARRANGED("same words in another order, spacing or legal form"),
    /** Spellings and romanisations of the same words. */
    VARIANT("same after transliteration or by sound"),
    /** Bill for William. */
    FAMILIAR("same with a familiar form of a given name"),
    /** One or two letters. */
    SLIP("same but for a slip of the pen"),
    /** J. Smith. */
    INITIALS("initials stand for names"),
    /** Middle names, patronymics, places. */
    SHORTER("one name has more parts, all others agree"),
    /** The same, and variants. */
    SHORTER_VARIANT("one name has more parts, others agree but for spelling"),
    /** Near. */
    NEAR("one part differs, but is near"),
    /** One single name. */
    SINGLE("only a single name agrees"),
    /** Brothers, subsidiaries. */
    CONTRADICTED("parts agree and parts contradict"),
    /** Strangers. */
    DIFFERENT("different");

    private final String words;

    Level(String words) {
      this.words = words;
    }

    /** The level in words. */
    public String words() {
      return words;
    }
  }

  /** In tenths of a bit, so that all sums are whole. */
  private static final int BIT = 10;

  private static final int PRICE = 8;
  private static final int CONTRADICTED = 14;

  /** What agrees beside a word that is near: nearness is a slip as often as not. */
  private static final int NEARLY = 16;

  /** What a word that is near weighs against. */
  private static final int NEAR = 6;

  private final Agreement agreement = new Agreement();
  private final NameAlignment alignment = new NameAlignment(agreement);
  private final Edits edits = new Edits();
  private Level level = Level.DIFFERENT;
  private int tenths;

  /** Compares two names; the outcome is in {@link #level()} and {@link #tenths()}. */
  public void compare(NameText a, NameText b) {
    /* One order for both, so that ties between assignments fall the same way. */
    if (a.shown().compareTo(b.shown()) > 0) {
      compare(b, a);
      return;
    }
    alignment.align(a, b);
    if (a.kind == Kind.ORGANISATION) {
      organisations(a, b);
    } else {
      persons(a, b);
    }
  }

  /** The level of the last two names. */
  public Level level() {
    return level;
  }

  /** The weight of the last two names: log2 odds in tenths of a bit, at a prior of 1 to 256. */
  public int tenths() {
    return tenths;
  }

  private void persons(NameText a, NameText b) {
    int extraA = count(a, alignment.leftA);
    int extraB = count(b, alignment.leftB);
    int clashes = Math.min(extraA, extraB);
    int more = Math.max(extraA, extraB) - clashes;
    int against = clashes == 0 ? 0 : against(a, b, clashes);
    boolean generations = !a.form.isEmpty() && !b.form.isEmpty() && !a.form.equals(b.form);
    int evidence = Math.min(24, alignment.evidence);
    boolean fathers = fathers(a, b);
    if (clashes > 0 || generations || fathers) {
      evidence =
          Math.min(clashes > 0 && against <= NEAR * clashes ? NEARLY : CONTRADICTED, evidence);
      against += generations || fathers ? CONTRADICTED : 0;
    }
    boolean single =
        alignment.agreed <= 1 && alignment.initials == 0 && extraA + extraB > 0 && clashes == 0;
    tenths =
        BIT * (evidence - against - PRICE - (single ? single(a, b) : 0)) - Math.min(45, more * 15);
    level = level(a, b, clashes + (generations || fathers ? 1 : 0), against, more, single);
  }

  private void organisations(NameText a, NameText b) {
    int infoA = information(a, alignment.leftA);
    int infoB = information(b, alignment.leftB);
    boolean clash = infoA > 0 && infoB > 0;
    boolean numbers = number(a, alignment.leftA) || number(b, alignment.leftB);
    int forms = a.form.isEmpty() || b.form.isEmpty() ? 0 : a.form.equals(b.form) ? BIT : -15;
    int evidence = Math.min(24, alignment.evidence);
    int against = 0;
    if (alignment.leftA == 0 && alignment.leftB == 0 && alignment.agreed > 1) {
      /* Each word is usual, all of them together are not. */
      evidence = Math.max(evidence, Agreement.MOST);
    }
    if (clash && !numbers && sameWritten(a, b)) {
      evidence = Math.min(24, Agreement.MOST + evidence);
      clash = false;
      against = a.joined.equals(b.joined) ? 0 : 3;
    } else if (clash && !initialsOf(a, b) && !initialsOf(b, a)) {
      evidence = Math.min(CONTRADICTED, evidence);
      against = Math.min(CONTRADICTED, 4 + Math.min(infoA, infoB));
    } else if (clash) {
      evidence = Agreement.MOST + 1;
      clash = false;
    } else {
      against = infoA + infoB == 0 ? 0 : Math.min(6, 1 + (infoA + infoB) / 4);
    }
    if (numbers) {
      boolean both = number(a, alignment.leftA) && number(b, alignment.leftB);
      against += both ? 20 : 12;
    }
    tenths = BIT * (evidence - against - PRICE) + forms;
    level = level(a, b, clash || numbers ? 1 : 0, against, infoA + infoB, false);
  }

  private Level level(NameText a, NameText b, int clashes, int against, int more, boolean single) {
    if (alignment.agreed + alignment.initials == 0 && !alignment.joined && clashes > 0) {
      return Level.DIFFERENT;
    }
    if (clashes > 0) {
      return clashes == 1 && against <= 6 && alignment.agreed > 0
          ? Level.NEAR
          : alignment.agreed > 0 ? Level.CONTRADICTED : Level.DIFFERENT;
    }
    if (single || alignment.agreed == 0 && alignment.initials == 0 && !alignment.joined) {
      return a.joined.equals(b.joined) ? Level.REARRANGED : Level.SINGLE;
    }
    int kinds = alignment.kinds;
    boolean spelled =
        (kinds & (1 << Agreement.SOUND | 1 << Agreement.SLIP | 1 << Agreement.FAMILIAR)) != 0;
    if (more > 0) {
      return spelled ? Level.SHORTER_VARIANT : Level.SHORTER;
    }
    if ((kinds & 1 << Agreement.INITIAL) != 0) {
      return Level.INITIALS;
    }
    if ((kinds & 1 << Agreement.SLIP) != 0 || against > 0) {
      return Level.SLIP;
    }
    if ((kinds & 1 << Agreement.FAMILIAR) != 0) {
      return Level.FAMILIAR;
    }
    if ((kinds & 1 << Agreement.SOUND) != 0) {
      return Level.VARIANT;
    }
    boolean same = !alignment.moved && !alignment.joined && a.form.equals(b.form);
    return same ? Level.SAME : Level.REARRANGED;
  }

  /* "President Lincoln" is how one speaks of a man whose name is known; "Abraham" may be anyone. */
  private static int single(NameText a, NameText b) {
    return titled(a) || titled(b) ? 5 : 12;
  }

  private static boolean titled(NameText name) {
    return name.parts.size() == 2 && name.parts.getFirst().is(Part.Role.TITLE);
  }

  /* "Salman bin Muhammad" and "Muhammad bin Salman": father and son. */
  private boolean fathers(NameText a, NameText b) {
    if (!alignment.moved) {
      return false;
    }
    int left = filiation(a);
    int right = filiation(b);
    return left > 0
        && right > 0
        && agreement.kind(a.parts.get(left - 1), b.parts.get(right + 1)) != Agreement.NONE
        && agreement.kind(a.parts.get(left + 1), b.parts.get(right - 1)) != Agreement.NONE;
  }

  /* Where the first "son of" stands between two words; 0 where none does. */
  private static int filiation(NameText name) {
    for (int i = 1; i + 1 < name.parts.size(); i++) {
      if (FILIATION.contains(name.parts.get(i).text())) {
        return i;
      }
    }
    return 0;
  }

  private static final Set<String> FILIATION =
      Set.of("bin", "ben", "ibn", "bint", "binti", "bat", "ould", "wald", "ap", "ferch");

  private static int count(NameText name, int left) {
    int count = 0;
    for (int i = 0; i < name.parts.size(); i++) {
      if ((left & 1 << i) != 0 && !name.parts.get(i).light()) {
        count++;
      }
    }
    return count;
  }

  /* Each word left of the shorter rest against the word of the other that is nearest to it. */
  private int against(NameText a, NameText b, int clashes) {
    boolean shorter = count(a, alignment.leftA) <= count(b, alignment.leftB);
    NameText few = shorter ? a : b;
    NameText many = shorter ? b : a;
    int fewLeft = shorter ? alignment.leftA : alignment.leftB;
    int manyLeft = shorter ? alignment.leftB : alignment.leftA;
    int against = 0;
    for (int i = 0; i < few.parts.size(); i++) {
      if ((fewLeft & 1 << i) == 0 || few.parts.get(i).light()) {
        continue;
      }
      int least = Integer.MAX_VALUE;
      for (int j = 0; j < many.parts.size(); j++) {
        if ((manyLeft & 1 << j) != 0 && !many.parts.get(j).light()) {
          least = Math.min(least, agreement.against(few.parts.get(i), many.parts.get(j)));
        }
      }
      against += least;
    }
    return Math.min(against, clashes * CONTRADICTED);
  }

  private static int information(NameText name, int left) {
    int bits = 0;
    for (int i = 0; i < name.parts.size(); i++) {
      Part part = name.parts.get(i);
      if ((left & 1 << i) != 0 && !part.is(Part.Role.NUMBER)) {
        bits += Math.min(Agreement.MOST, part.bits());
      }
    }
    return bits;
  }

  private static boolean number(NameText name, int left) {
    for (int i = 0; i < name.parts.size(); i++) {
      if ((left & 1 << i) != 0 && name.parts.get(i).is(Part.Role.NUMBER)) {
        return true;
      }
    }
    return false;
  }

  /* Words run together or a letter wrong across words: one edit in ten letters of the whole. */
  private boolean sameWritten(NameText a, NameText b) {
    int shorter = Math.min(a.joined.length(), b.joined.length());
    return shorter >= 6 && edits.distance(a.joined, b.joined) * 10 <= shorter;
  }

  /* "IBM" for "International Business Machines". */
  private static boolean initialsOf(NameText few, NameText many) {
    if (few.parts.size() != 1 || many.parts.size() < 3) {
      return false;
    }
    StringBuilder all = new StringBuilder();
    StringBuilder without = new StringBuilder();
    for (Part part : many.parts) {
      all.append(part.text().charAt(0));
      boolean small = part.light() || part.text().length() <= 3;
      if (!small) {
        without.append(part.text().charAt(0));
      }
    }
    String text = few.parts.getFirst().text();
    return text.contentEquals(all) || text.length() >= 3 && text.contentEquals(without);
  }
}
