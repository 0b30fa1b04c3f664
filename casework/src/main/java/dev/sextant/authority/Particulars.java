package dev.sextant.authority;

import dev.sextant.terms.Digest;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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

  private static final Particulars NONE = new Particulars(new TreeMap<>(), Said.NOTHING, List.of());

  /** Long, String or Selector by name. */
  private final TreeMap<String, Object> values;

  private final Said said;

  /** Texts that rules look at and the log never holds. */
  private final List<String> spoken;

  private Particulars(TreeMap<String, Object> values, Said said, List<String> spoken) {
    this.values = values;
    this.said = said;
    this.spoken = spoken;
  }

  /**
   * What a step says of itself to the rules that judge it; never logged.
   *
   * @param words what is looked for, in clear
   * @param platforms names of the platforms that it is bound to
   * @param content the stretch of content that it is bound to
   * @param machineBasis whether nothing but a machine's score stands behind it
   */
  record Said(Set<String> words, Set<String> platforms, Span content, boolean machineBasis) {
    static final Said NOTHING = new Said(Set.of(), Set.of(), Span.always(), false);
  }

  /** What it says to the rules. */
  Said said() {
    return said;
  }

  /**
   * With what a person looks for, in the person's words. The rules read them, the log does not hold
   * them.
   */
  public Particulars asks(String words) {
    if (words.isBlank()) {
      return this;
    }
    TreeSet<String> more = new TreeSet<>(said.words());
    more.add(words);
    return saying(new Said(more, said.platforms(), said.content(), said.machineBasis()));
  }

  /** With the platforms and the stretch of content that the step is bound to. */
  public Particulars within(Set<Platform> platforms, Span content) {
    TreeSet<String> names = new TreeSet<>(said.platforms());
    platforms.forEach(platform -> names.add(platform.toString()));
    return saying(new Said(said.words(), names, content, said.machineBasis()));
  }

  /** With nothing but a machine's score behind it: no collection may rest on that. */
  public Particulars onScoreAlone() {
    return saying(new Said(said.words(), said.platforms(), said.content(), true));
  }

  private Particulars saying(Said more) {
    return new Particulars(values, more, spoken);
  }

  /** A particular's value as it was given, or null. */
  @Nullable Object value(String name) {
    return values.get(name);
  }

  /** The selectors among them. */
  List<Selector> selectors() {
    return values.values().stream()
        .filter(Selector.class::isInstance)
        .map(Selector.class::cast)
        .toList();
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
    return new Particulars(values, said, List.copyOf(more));
  }

  /** Every identifier that is or may be named. */
  Set<String> named() {
    Set<String> named = new LinkedHashSet<>();
    values
        .values()
        .forEach(value -> {
          if (value instanceof Selector selector) {
            named.addAll(NamedText.of(selector));
          }
        });
    said.words().forEach(text -> named.addAll(NamedText.of(text)));
    spoken.forEach(text -> named.addAll(NamedText.of(text)));
    return named;
  }

  /** With all that others say; none of their names may be here already. */
  Particulars and(Particulars others) {
    Particulars all = this;
    for (var one : others.values.entrySet()) {
      all = all.with(one.getKey(), one.getValue());
    }
    return all;
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
    return new Particulars(more, said, spoken);
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
