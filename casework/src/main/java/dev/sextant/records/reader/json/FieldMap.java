package dev.sextant.records.reader.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/* The fields of one object, in the order of the source, unmodifiable. They know who takes
 * them, so that an outer object can tell what nobody took within. Objects of exports are small
 * and made by the million: two arrays looked through cost less than a hash table; a large object
 * gets one. */
final class FieldMap extends AbstractMap<String, Json> {
  private static final int SMALL = 16;

  private final String[] names;
  private final Json[] values;
  private final int size;
  private final @Nullable Map<String, Integer> places;
  private @Nullable Fields takers;

  private FieldMap(String[] names, Json[] values, int size, @Nullable Map<String, Integer> places) {
    this.names = names;
    this.values = values;
    this.size = size;
    this.places = places;
  }

  /** The same fields. */
  static FieldMap of(Map<String, Json> fields) {
    if (fields instanceof FieldMap same) {
      return same;
    }
    Builder out = new Builder();
    fields.forEach(out::add);
    return out.build();
  }

  /** Where a field stands, or -1. */
  int place(@Nullable Object name) {
    return place(names, size, places, name);
  }

  private static int place(
      String[] names, int size, @Nullable Map<String, Integer> places, @Nullable Object name) {
    if (places != null) {
      Integer at = name instanceof String text ? places.get(text) : null;
      return at == null ? -1 : at;
    }
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Who takes the fields of this object one by one, the latest first; null if nobody does. */
  @Nullable Fields takers() {
    return takers;
  }

  /** One more takes fields of this object. */
  void takenBy(Fields taker) {
    takers = taker;
  }

  String name(int place) {
    return names[place];
  }

  Json value(int place) {
    return values[place];
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public boolean containsKey(@Nullable Object name) {
    return place(name) >= 0;
  }

  @Override
  public @Nullable Json get(@Nullable Object name) {
    int at = place(name);
    return at < 0 ? null : values[at];
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Json> taker) {
    for (int i = 0; i < size; i++) {
      taker.accept(names[i], values[i]);
    }
  }

  @Override
  public Set<Entry<String, Json>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public Iterator<Entry<String, Json>> iterator() {
        return new Iterator<>() {
          private int next;

          @Override
          public boolean hasNext() {
            return next < size;
          }

          @Override
          public Entry<String, Json> next() {
            if (next >= size) {
              throw new NoSuchElementException();
            }
            return Map.entry(names[next], values[next++]);
          }
        };
      }
    };
  }

  /** Takes fields as they come. */
  static final class Builder {
    private String[] names = new String[8];
    private Json[] values = new Json[8];
    private int size;
    private @Nullable Map<String, Integer> places;

    /** Adds a field; of a name that is there already, under {@code name (again)}. */
    void add(String name, Json value) {
      String free = name;
      while (place(names, size, places, free) >= 0) {
        free += " (again)";
      }
      if (size == names.length) {
        names = Arrays.copyOf(names, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      names[size] = free;
      values[size] = value;
      if (places != null) {
        places.put(free, size);
      }
      size++;
      if (size == SMALL && places == null) {
        Map<String, Integer> all = new HashMap<>();
        for (int i = 0; i < size; i++) {
          all.put(names[i], i);
        }
        places = all;
      }
    }

    /** The fields; the builder is not used afterwards. */
    FieldMap build() {
      return new FieldMap(names, values, size, places);
    }
  }
}
