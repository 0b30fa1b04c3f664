package dev.sextant.linkage.handle;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A handle as it meets the eye: in Latin letters, cut into stretches by separators, by capitals
 * within ("RepJaneDoe", "NYCMayor") and where letters and digits meet.
 *
 * @param whole in small letters, separators kept, without a leading @
 * @param stretches small letters or digits each, in order
 */
public record HandleShape(String whole, List<String> stretches) {
  /** Keeps its own copy. */
  public HandleShape {
    stretches = List.copyOf(stretches);
  }

  /** Reads handles: letters of any script are written in Latin ones. For many threads. */
  public static final class Reader {
    private final Transliterator latin = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    /** The shape of a handle; no stretches where it has neither letter nor digit. */
    public HandleShape read(String handle) {
      String trimmed = handle.strip();
      String shown = trimmed.startsWith("@") ? trimmed.substring(1) : trimmed;
      for (int i = 0; i < shown.length(); i++) {
        if (shown.charAt(i) > 126) {
          shown = latin.transliterate(shown);
          break;
        }
      }
      return new HandleShape(shown.toLowerCase(Locale.ROOT), cut(shown));
    }
  }

  /** Whether it has no letter and so many digits that a platform gave it (8 or more). */
  public boolean number() {
    int digits = 0;
    for (String stretch : stretches) {
      if (stretch.charAt(0) > '9') {
        return false;
      }
      digits += stretch.length();
    }
    return digits >= 8;
  }

  private static List<String> cut(String shown) {
    List<String> stretches = new ArrayList<>();
    StringBuilder stretch = new StringBuilder();
    for (int i = 0; i < shown.length(); i++) {
      char c = shown.charAt(i);
      if (!capital(c) && !small(c) && !digit(c)) {
        close(stretch, stretches);
        continue;
      }
      if (!stretch.isEmpty()) {
        char before = shown.charAt(i - 1);
        boolean lastOfCapitals =
            capital(before) && capital(c) && i + 1 < shown.length() && small(shown.charAt(i + 1));
        if (digit(c) != digit(before) || capital(c) && small(before) || lastOfCapitals) {
          close(stretch, stretches);
        }
      }
      stretch.append((char) (capital(c) ? c + 32 : c));
    }
    close(stretch, stretches);
    return stretches;
  }

  private static void close(StringBuilder stretch, List<String> stretches) {
    if (!stretch.isEmpty()) {
      stretches.add(stretch.toString());
      stretch.setLength(0);
    }
  }

  private static boolean capital(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean small(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
