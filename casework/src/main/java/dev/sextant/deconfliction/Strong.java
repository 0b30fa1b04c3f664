package dev.sextant.deconfliction;

import dev.sextant.records.AccountRef;
import dev.sextant.records.Record;
import dev.sextant.terms.BadValue;
import dev.sextant.terms.Platform;
import dev.sextant.terms.Selector;
import dev.sextant.terms.SelectorType;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which selectors count for deconfliction.
 *
 * <p>Asked about, and entered where an authority names them: those that mean one account, person or
 * device and are written in one way only. Names as displayed, groups, words and places mean many;
 * an IP address serves a household or half a city; web addresses are written in too many ways.
 *
 * <p>Entered from records, besides: permanent account numbers, telephone numbers, e-mail addresses,
 * devices, keys and payment addresses of whoever acts in a record within the scope, and what a
 * profile states. Not the handles, which change hands, and not whoever is only written to, called,
 * followed or mentioned: that somebody is in a suspect's address book is no reason for another unit
 * to hear of it.
 */
final class Strong {
  /** What may be asked about. */
  static final Set<SelectorType> TYPES =
      Collections.unmodifiableSet(
          EnumSet.of(
              SelectorType.PLATFORM_ID,
              SelectorType.HANDLE,
              SelectorType.EMAIL,
              SelectorType.PHONE,
              SelectorType.DEVICE,
              SelectorType.PGP,
              SelectorType.WALLET));

  private static final Set<SelectorType> OF_RECORDS =
      Collections.unmodifiableSet(
          EnumSet.of(
              SelectorType.PLATFORM_ID,
              SelectorType.EMAIL,
              SelectorType.PHONE,
              SelectorType.DEVICE,
              SelectorType.PGP,
              SelectorType.WALLET));

  private Strong() {}

  /**
   * Refuses what means many.
   *
   * @throws DeconflictionFault {@code SX-DECONFLICT-WEAK}
   */
  static void require(Selector selector) {
    if (!TYPES.contains(selector.type())) {
      throw DeconflictionFault.weak(selector.type().name());
    }
  }

  /** Of what an authority names, what is entered. */
  static Set<Selector> named(Set<Selector> named) {
    Set<Selector> strong = new LinkedHashSet<>();
    named.stream().filter(s -> TYPES.contains(s.type())).forEach(strong::add);
    return strong;
  }

  /** Of a record, what is entered. */
  static Set<Selector> of(Record record) {
    Set<Selector> strong = new LinkedHashSet<>();
    AccountRef acting = record.acting();
    if (acting != null) {
      switch (acting.basis()) {
        case PLATFORM_ID -> add(strong, SelectorType.PLATFORM_ID, acting.platform(), acting.key());
        case PHONE -> add(strong, SelectorType.PHONE, null, acting.key());
        case HANDLE -> {
          if (acting.platform().name().equals("email")) {
            add(strong, SelectorType.EMAIL, null, acting.key());
          }
        }
        case DISPLAY_NAME, LABEL -> {}
      }
    }
    if (record instanceof Record.Profile profile) {
      profile.selectors().stream()
          .map(Record.Stated::selector)
          .filter(s -> OF_RECORDS.contains(s.type()))
          .forEach(strong::add);
    }
    return strong;
  }

  private static void add(
      Set<Selector> strong, SelectorType type, @Nullable Platform platform, String value) {
    try {
      strong.add(new Selector(type, platform, value));
    } catch (BadValue e) {
      // What is no identifier of this kind cannot be asked about either.
      return;
    }
  }
}
