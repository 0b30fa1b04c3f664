package dev.sextant.authority;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Selector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What goes into an act or comes out of it, fit for the log: digests, random identifiers, numbers,
 * words of ours, and selectors that are stored as keyed hashes only. Never content. Immutable: each
 * method gives a new value.
 */
public final class Particulars {
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9-]{0,39}");
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._:/+-]{1,80}");

  /** The log's entries stay far below their 64 KiB bound. */
  private static final int MOST = 200;

  private static final Particulars NONE = new Particulars(new TreeMap<>(), List.of());

  /** Long, String or Selector by name. */
  private final TreeMap<String, Object> values;

  /** Texts that rules look at and the log never holds. */
  private final List<String> spoken;

  private Particulars(TreeMap<String, Object> values, List<String> spoken) {
    this.values = values;
    this.spoken = spoken;
  }

  /** Nothing to say. */
  public static Particulars none() {
    return NONE;
  }

  /** With a digest. */
  public Particulars digest(String name, Digest digest) {
    return with(name, digest.hex());
  }

  /** With an identifier: anything whose text is a token, such as an {@code ExhibitId}. */
  public Particulars id(String name, Object id) {
    return token(name, id.toString());
  }

  /** With a whole number. */
  public Particulars number(String name, long number) {
    return with(name, number);
  }

  /** With a moment. */
  public Particulars time(String name, Instant instant) {
    return token(name, instant.toString());
  }

  /**
   * With a word of ours: a method's or reader's name and version, a code. Not for words of the
   * evidence.
   *
   * @param token 1 to 80 of letters, digits and {@code ._:/+-}
   */
  public Particulars token(String name, String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw new BadScope(
          "SX-AUTH-TOKEN",
          "not a token fit for the log",
          name,
          token.length() + " characters",
          "log digests and identifiers, not content");
    }
    return with(name, token);
  }

  /** With a selector; only its hash under the case's key is stored. */
  public Particulars selector(String name, Selector selector) {
    return with(name, selector);
  }

  /**
   * With a text that names somebody, in clear, for the rules that ask whom a step names. It is not
   * logged at all; what is to be logged is given as a {@link #selector} beside it.
   */
  public Particulars spoken(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return this;
    }
    List<String> more = new ArrayList<>(spoken);
    more.add(text);
    return new Particulars(values, List.copyOf(more));
  }

  /** Every identifier that is or may be named. */
  Set<String> named() {
    Set<String> named = new LinkedHashSet<>();
    values.values().forEach(value -> {
      if (value instanceof Selector selector) {
        named.addAll(NamedText.of(selector));
      }
    });
    spoken.forEach(text -> named.addAll(NamedText.of(text)));
    return named;
  }

  private Particulars with(String name, Object value) {
    if (!NAME.matcher(name).matches() || values.containsKey(name) || values.size() >= MOST) {
      throw new BadScope(
          "SX-AUTH-PARTICULAR",
          "a particular's name is malformed, used twice or one too many",
          "particulars",
          name,
          "give at most 200, each with its own camelCase name");
    }
    TreeMap<String, Object> more = new TreeMap<>(values);
    more.put(name, value);
    return new Particulars(more, spoken);
  }

  /** As the log holds it. */
  TreeMap<String, Object> logged(Function<Selector, String> keyedHash) {
    TreeMap<String, Object> out = new TreeMap<>();
    values.forEach((name, value) ->
        out.put(name, value instanceof Selector selector ? keyedHash.apply(selector) : value));
    return out;
  }

  @Override
  public String toString() {
    return "Particulars" + Collections.unmodifiableSet(values.keySet());
  }
}
