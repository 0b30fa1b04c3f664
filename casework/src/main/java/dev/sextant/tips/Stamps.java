package dev.sextant.tips;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/* Abuse is met without asking who somebody is: each form is good once; it must have been open for a
 * while, or carry a proof of work; and when too many come in an hour, work is asked of all. Held in
 * memory only, and about forms, not about people. */
/** Forms that were handed out and not yet used. */
final class Stamps {
  private static final Duration LIFE = Duration.ofHours(12);
  private static final int MOST_OPEN = 200_000;
  private static final int NAME_BYTES = 16;

  private final TipSettings settings;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final LinkedHashMap<String, Instant> open = new LinkedHashMap<>();
  private final Deque<Instant> unstamped = new ArrayDeque<>();

  Stamps(TipSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  synchronized String issue() {
    Instant now = clock.instant();
    open.values().removeIf(at -> at.plus(LIFE).isBefore(now));
    while (open.size() >= MOST_OPEN) {
      open.remove(open.firstEntry().getKey());
    }
    byte[] name = new byte[NAME_BYTES];
    random.nextBytes(name);
    String stamp = HexFormat.of().formatHex(name);
    open.put(stamp, now);
    return stamp;
  }

  /** Uses a form up; the answer says whether what came with it is taken. */
  boolean accept(String stamp, @Nullable String work) {
    Instant issued;
    Instant now = clock.instant();
    synchronized (this) {
      issued = open.remove(stamp);
    }
    if (issued == null) {
      return false;
    }
    if (work != null && !work.isBlank() && worked(settings, stamp, work)) {
      return true;
    }
    synchronized (this) {
      while (!unstamped.isEmpty() && unstamped.peek().plus(Duration.ofHours(1)).isBefore(now)) {
        unstamped.remove();
      }
      boolean stayed = !issued.plus(settings.shortestStay()).isAfter(now);
      if (!stayed || unstamped.size() >= settings.hourlyWithoutStamp()) {
        return false;
      }
      unstamped.add(now);
      return true;
    }
  }

  /** Whether Argon2id of the work under the stamp begins with enough zero bits. */
  static boolean worked(TipSettings settings, String stamp, String work) {
    if (work.length() > 64 || !stamp.matches("[0-9a-f]{32}")) {
      return false;
    }
    byte[] out =
        ReturnCode.argon(
            work.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            HexFormat.of().parseHex(stamp),
            settings.stamp(),
            8);
    long first = java.nio.ByteBuffer.wrap(out).getLong();
    return Long.numberOfLeadingZeros(first) >= settings.stampBits();
  }

  /** Finds the work for a stamp: what a sender's own program does. */
  static String work(TipSettings settings, String stamp) {
    long tried = 0;
    while (!worked(settings, stamp, Long.toString(tried))) {
      tried++;
    }
    return Long.toString(tried);
  }

  /** For the form: open forms by number, so that a test can see them used up. */
  synchronized Map<String, Instant> open() {
    return Map.copyOf(open);
  }
}
