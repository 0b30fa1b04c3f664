package dev.sextant.identity;

import dev.sextant.terms.CanonicalJson;
import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the records within a permit's scope say of one account, as the machine sees it. Immutable:
 * when more is read, another observation of the same account follows.
 *
 * @param account its key: platform and permanent number, or the best there is
 * @param platform where it lives
 * @param handles changeable names, each from the first to just after the last placed moment at
 *     which a record shows it
 * @param said everything else, by what it is; values sorted, each once
 * @param hours acts in each hour of the day in UTC, 24 numbers
 * @param generic values, and parts of handles, that too many accounts hold for them to say who is
 *     who
 */
public record Observation(
    String account,
    Platform platform,
    SortedMap<String, Span> handles,
    SortedMap<Said, List<String>> said,
    List<Integer> hours,
    List<String> generic) {
  /** Before a part of a handle that many handles of the case have. */
  static final String PART = "part of a handle ";

  /** What records can say of an account. */
  public enum Said {
    /** A name as displayed. */
    NAME,
    /** An e-mail address that was stated. */
    EMAIL,
    /** An e-mail address that the platform verified. */
    VERIFIED_EMAIL,
    /** A telephone number that was stated, E.164. */
    PHONE,
    /** A telephone number that keys the account or that the platform verified, E.164. */
    VERIFIED_PHONE,
    /** A permanent number on a platform: {@code platform:number}. */
    PLATFORM_ID,
    /** A web address in the profile, without its scheme. */
    LINK,
    /** A fingerprint of a key, a payment address, a device's number. */
    TOKEN,
    /** What the account says of itself. */
    BIO,
    /** A date of birth, as it is stated. */
    BIRTH,
    /** A picture that the account sent: digest of its bytes. */
    PICTURE,
    /** A picture's likeness, 16 hexadecimal digits. */
    LIKENESS,
    /** Whom it deals with: handle, number or key of the other. */
    BESIDE
  }

  /** Copies. */
  public Observation {
    handles = Collections.unmodifiableSortedMap(new TreeMap<>(handles));
    TreeMap<Said, List<String>> copy = new TreeMap<>();
    said.forEach((what, values) -> copy.put(what, List.copyOf(values)));
    said = Collections.unmodifiableSortedMap(copy);
    hours = List.copyOf(hours);
    generic = List.copyOf(generic);
  }

  /** The values of one kind; empty if the records say none. */
  public List<String> all(Said what) {
    return said.getOrDefault(what, List.of());
  }

  /** How many acts have an hour. */
  public int acts() {
    return hours.stream().mapToInt(Integer::intValue).sum();
  }

  /** Digest of all of it: another one means that something was learned. */
  public Digest digest() {
    return Digest.of(CanonicalJson.write(map()));
  }

  /** As it is kept. */
  public Map<String, @Nullable Object> map() {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("format", "sextant-observation/1");
    map.put("account", account);
    map.put("platform", platform.name());
    List<Object> spans = new ArrayList<>();
    handles.forEach((handle, span) -> {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("handle", handle);
      one.put("from", text(span.from()));
      one.put("to", text(span.to()));
      spans.add(one);
    });
    map.put("handles", spans);
    Map<String, Object> values = new LinkedHashMap<>();
    said.forEach((what, all) -> values.put(what.name(), all));
    map.put("said", values);
    map.put("hours", hours);
    map.put("generic", generic);
    return map;
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
