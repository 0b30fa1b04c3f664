package dev.sextant.records.reader.returns;

import dev.sextant.records.Record;
import dev.sextant.records.reader.FirstOfEach;
import dev.sextant.records.reader.Gathered;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a return says of an account, gathered: selectors where they are sound, else attributes. */
public final class Said {
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9][0-9 ().-]{5,24}[0-9]");

  private static final Pattern MAIL =
      Pattern.compile("[^\\s,;<>()\\[\\]\"]{1,200}@[^\\s,;<>()\\[\\]\"]{1,200}");

  private final Platform platform;
  private final FirstOfEach<Record.Stated> selectors = FirstOfEach.equal();
  private final Gathered attributes = new Gathered();

  /** Nothing yet of an account on that platform. */
  public Said(Platform platform) {
    this.platform = platform;
  }

  /** Every address in a text; what is none is kept under the name. */
  public Said mail(String name, @Nullable String text, boolean verified) {
    if (text != null && !Stamps.nothing(text)) {
      Matcher m = MAIL.matcher(text);
      boolean any = false;
      while (m.find()) {
        any |= state(SelectorType.EMAIL, m.group(), verified);
      }
      if (!any) {
        attribute(name, text);
      }
    }
    return this;
  }

  /** A telephone number; one without its country is kept under the name. */
  public Said phone(String name, @Nullable String text, boolean verified) {
    if (text != null && !Stamps.nothing(text)) {
      Matcher m = NUMBER.matcher(text);
      boolean any = false;
      while (m.find()) {
        any |= state(SelectorType.PHONE, m.group(), verified);
      }
      if (!any) {
        attribute(name, text);
      }
    }
    return this;
  }

  /** The account's changeable name on its platform. */
  public Said handle(@Nullable String text) {
    if (text != null && !Stamps.nothing(text)) {
      state(SelectorType.HANDLE, text, true);
    }
    return this;
  }

  /** An identifier of another kind. */
  public Said selector(String name, SelectorType type, @Nullable String text) {
    if (text != null && !Stamps.nothing(text) && !state(type, text, false)) {
      attribute(name, text);
    }
    return this;
  }

  /** Anything else, by the source's name for it. */
  public Said attribute(String name, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      attributes.addOther(name, text);
    }
    return this;
  }

  private boolean state(SelectorType type, String text, boolean verified) {
    try {
      selectors.add(new Record.Stated(Selector.of(type, platform, text), verified));
      return true;
    } catch (BadValue e) {
      return false; // Not of that form; the caller keeps the text.
    }
  }

  /** The selectors so far. */
  public List<Record.Stated> selectors() {
    return selectors.list();
  }

  /** The attributes so far. */
  public Map<String, String> attributes() {
    return new TreeMap<>(attributes.values());
  }

  /** True if nothing was said. */
  public boolean empty() {
    return selectors.none() && attributes.none();
  }
}
