package dev.sextant.records.reader;

import dev.sextant.records.AccountRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Things in the order in which they were first named, each once by its key, in the time of their
 * number however many there are.
 *
 * @param <T> what is named
 */
public final class FirstOfEach<T> {
  private final Function<T, Object> key;
  private final Map<Object, T> first = new LinkedHashMap<>();

  private FirstOfEach(Function<T, Object> key) {
    this.key = key;
  }

  /** Nothing yet; things of one key are the same. */
  public static <T> FirstOfEach<T> by(Function<T, Object> key) {
    return new FirstOfEach<>(key);
  }

  /** Nothing yet; equal things are the same. */
  public static <T> FirstOfEach<T> equal() {
    return by(thing -> thing);
  }

  /** No accounts yet; those of one key on one platform are the same. */
  public static FirstOfEach<AccountRef> accounts() {
    return by(AccountRef::accountKey);
  }

  /** Takes a thing, unless it is null or another of its key was named; true if it was taken. */
  public boolean add(@Nullable T thing) {
    return thing != null && first.putIfAbsent(key.apply(thing), thing) == null;
  }

  /** True if one of that key was named. */
  public boolean has(Object named) {
    return first.containsKey(named);
  }

  /** True if nothing was named. */
  public boolean none() {
    return first.isEmpty();
  }

  /** The things; a copy. */
  public List<T> list() {
    return List.copyOf(first.values());
  }
}
