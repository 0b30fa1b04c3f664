package dev.sextant.linkage.compare;

import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The comparisons that a profile can name. A registry is immutable; {@link #with} yields a larger
 * one.
 *
 * <pre>{@code
 * Comparison<?> phones =
 *     Comparisons.standard().make("phone", Map.of("region", "DE"), Corpus.NONE);
 * }</pre>
 */
public final class Comparisons {
  private final TreeMap<String, Maker> makers;

  private Comparisons(TreeMap<String, Maker> makers) {
    this.makers = makers;
  }

  /** A registry of nothing, to build on. */
  public static Comparisons none() {
    return new Comparisons(new TreeMap<>());
  }

  /** All comparisons of this package. */
  public static Comparisons standard() {
    return none()
        .with("bio", Bios::of)
        .with("codes", Codes::of)
        .with("coordinates", Coordinates::of)
        .with("date", Dates::of)
        .with("email", Emails::of)
        .with("exact", Exact::of)
        .with("handle", Handles::make)
        .with("hours", Hours::of)
        .with("key", Keys::of)
        .with("name", Names::of)
        .with("neighbours", Neighbours::of)
        .with("number", Amount::of)
        .with("phone", Phones::of)
        .with("picture", Pictures::of)
        .with("place", Places::of)
        .with("postcode", Postcodes::of)
        .with("style", Style::of)
        .with("text", Text::of)
        .with("tokens", Tokens::of)
        .with("words", Words::of);
  }

  /** This registry and one more comparison; a name that is taken is replaced. */
  public Comparisons with(String name, Maker maker) {
    TreeMap<String, Maker> more = new TreeMap<>(makers);
    more.put(name, maker);
    return new Comparisons(more);
  }

  /** The names, in order. */
  public SortedSet<String> names() {
    return Collections.unmodifiableSortedSet(makers.navigableKeySet());
  }

  /**
   * Makes a comparison.
   *
   * @param name as in {@link #names()}
   * @param options name to value, as YAML yields them
   * @param corpus the values of the field, for what must be learned from them
   * @throws BadOption where the name, an option or an option's value is not known
   */
  public Comparison<?> make(String name, Map<String, ?> options, Corpus corpus) {
    Maker maker = makers.get(name);
    if (maker == null) {
      throw new BadOption(
          "SX-LINK-COMPARISON",
          "there is no such comparison",
          "profile",
          name,
          "one of " + String.join(", ", makers.keySet()));
    }
    Options read = new Options(name, options);
    Comparison<?> made = maker.make(read, corpus);
    read.finished();
    return made;
  }

  /** Makes one kind of comparison. */
  @FunctionalInterface
  public interface Maker {
    /**
     * Reads its options, learns from the corpus, yields the comparison.
     *
     * @throws BadOption where an option's value does not fit
     */
    Comparison<?> make(Options options, Corpus corpus);
  }
}
