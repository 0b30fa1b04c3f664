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
 * gets one. Readers ask for many fields that are not there: one bit a name, by its hash, tells
 * nearly always without looking. */
final class FieldMap extends AbstractMap<String, Json> {
  private static final int SMALL = 16;

  private final String[] names;
  private final Json[] values;
  private final int size;
  private final long bits;
  private final @Nullable Map<String, Integer> places;
  private @Nullable Fields takers;

  /* Takes the arrays as they are. */
  private FieldMap(String[] names, Json[] values, int size, long bits) {
    this.names = names;
    this.values = values;
    this.size = size;
    this.bits = bits;
    this.places = size < SMALL ? null : places(names, size);
  }

  private static Map<String, Integer> places(String[] names, int size) {
    Map<String, Integer> places = HashMap.newHashMap(size);
    for (int i = 0; i < size; i++) {
      places.put(names[i], i);
    }
    return places;
  }

  /* A name's bit. */
  private static long bit(String name) {
    int hash = name.hashCode(); // Kept in the text: names are met again and again.
    return 1L << (hash ^ hash >>> 6 ^ hash >>> 12);
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
    if (!(name instanceof String text) || (bits & bit(text)) == 0) {
      return -1;
    }
    if (places != null) {
      Integer at = places.get(text);
      return at == null ? -1 : at;
    }
    return place(names, size, text);
  }

  private static int place(String[] names, int size, String name) {
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

  /** Takes the fields of one object after the other, as they come. */
  static final class Builder {
    /** A builder that one huge object made larger does not stay so. */
    private static final int MOST_KEPT = 1 << 10;

    private String[] names = new String[SMALL];
    private Json[] values = new Json[SMALL];
    private int size;
    private long bits;
    private @Nullable Map<String, Integer> places;

    /** Adds a field; of a name that is there already, under {@code name (again)}. */
    void add(String name, Json value) {
      String free = name;
      long bit = bit(free);
      while ((bits & bit) != 0 && there(free)) {
        free += " (again)";
        bit = bit(free);
      }
      if (size == names.length) {
        names = Arrays.copyOf(names, 2 * size);
        values = Arrays.copyOf(values, 2 * size);
      }
      names[size] = free;
      values[size++] = value;
      bits |= bit;
      if (places != null) {
        places.put(free, size - 1);
      } else if (size == SMALL) {
        places = places(names, size);
      }
    }

    private boolean there(String name) {
      return places == null ? place(names, size, name) >= 0 : places.containsKey(name);
    }

    /** The fields. */
    FieldMap build() {
      return new FieldMap(Arrays.copyOf(names, size), Arrays.copyOf(values, size), size, bits);
    }

    /** Begins another object, whatever became of the last. */
    Builder begin() {
      if (names.length > MOST_KEPT) {
        names = new String[SMALL];
        values = new Json[SMALL];
      }
      size = 0;
      bits = 0;
      places = null;
      return this;
    }
  }
}
