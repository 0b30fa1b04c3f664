package dev.sextant.records.reader.chat.signal;

import dev.sextant.records.AccountRef;
import dev.sextant.records.reader.PhoneNumbers;
import org.jspecify.annotations.Nullable;

/** Who is meant in what Signal's programs write. */
final class SignalPeople {
  private SignalPeople() {}

  /** The account at a number; one that cannot be a number is kept as it is. */
  static AccountRef numbered(String number, @Nullable String name) {
    AccountRef phone = PhoneNumbers.account(SignalText.SIGNAL, number, name);
    return phone != null ? phone : AccountRef.ofId(SignalText.SIGNAL, number, null, name);
  }
}
