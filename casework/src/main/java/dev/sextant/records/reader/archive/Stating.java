package dev.sextant.records.reader.archive;

import dev.sextant.records.Record;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Gathers what a profile states: identifiers as selectors, everything else as attributes. */
public final class Stating {
  private final FirstOfEach<Record.Stated> selectors = FirstOfEach.equal();
  private final Map<String, String> attributes = new TreeMap<>();

  /** Words that platforms write where they have nothing to say. */
  public static boolean nothing(@Nullable String value) {
    return value == null
        || value.isBlank()
        || value.equals("None")
        || value.equals("N/A")
        || value.equals("n/a")
        || value.equals("null");
  }

  /** An e-mail address. */
  public Stating email(String name, @Nullable String value, boolean verified) {
    return state(SelectorType.EMAIL, null, name, value, verified);
  }

  /** A telephone number; in national form, or any other, it stays an attribute. */
  public Stating phone(String name, @Nullable String value, boolean verified) {
    return state(SelectorType.PHONE, null, name, value, verified);
  }

  /** An account name. */
  public Stating handle(Platform platform, String name, @Nullable String value) {
    return state(SelectorType.HANDLE, platform, name, value, true);
  }

  /** The platform's permanent number of an account. */
  public Stating id(Platform platform, String name, @Nullable String value) {
    return state(SelectorType.PLATFORM_ID, platform, name, value, true);
  }

  /** An internet address. */
  public Stating ip(String name, @Nullable String value) {
    return state(SelectorType.IP, null, name, value, true);
  }

  /** A page of the account's own. */
  public Stating url(String name, @Nullable String value) {
    return state(SelectorType.URL, null, name, value, false);
  }

  /** A selector of some kind, or an attribute if the value is not of that form. */
  public Stating state(
      SelectorType type,
      @Nullable Platform platform,
      String name,
      @Nullable String value,
      boolean verified) {
    if (value == null || nothing(value)) {
      return this;
    }
    try {
      selectors.add(new Record.Stated(new Selector(type, platform, value), verified));
    } catch (BadValue e) {
      also(name, value); // Not of that form: kept as it stands.
    }
    return this;
  }

  /** Anything else that is said. */
  public Stating also(String name, @Nullable String value) {
    if (value != null && !nothing(value)) {
      String free = name;
      while (attributes.containsKey(free) && !attributes.getOrDefault(free, "").equals(value)) {
        free += " (again)";
      }
      attributes.put(free, value);
    }
    return this;
  }

  /** Things said, by name. */
  public Stating all(Map<String, String> said) {
    said.forEach(this::also);
    return this;
  }

  /** The selectors so far. */
  public List<Record.Stated> selectors() {
    return selectors.list();
  }

  /** The attributes so far. */
  public Map<String, String> attributes() {
    return attributes;
  }
}
