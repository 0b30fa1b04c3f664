package dev.sextant.records.reader.mapping;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.terms.Platform;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes accounts of cells, by the strongest key that a cell can bear. */
final class Accounts {
  private final boolean stored;
  private final String within;
  private long mangled;
  private long countryless;

  /**
   * @param stored true if the cells are a workbook's
   * @param within what prefixes a name that is only shown
   */
  Accounts(boolean stored, String within) {
    this.stored = stored;
    this.within = within;
  }

  /** Cells so far whose digits were lost. */
  long mangled() {
    return mangled;
  }

  /** Telephone numbers so far of which nobody knows the country. */
  long countryless() {
    return countryless;
  }

  /**
   * The account that a cell names; empty if it names none.
   *
   * @param cell not empty
   * @param form what the profile says of it
   * @param usual the record's platform
   */
  Optional<AccountRef> of(
      String cell,
      FieldForm form,
      Platform usual,
      @Nullable String handle,
      @Nullable String displayName) {
    String text = Values.plain(cell);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String digits = Values.digits(text, stored);
    Platform stated = form.platform();
    Platform platform = stated == null ? usual : stated;
    if (digits == null) {
      mangled++;
      return Optional.of(label(platform, text, handle, displayName));
    }
    KeyBasis basis = form.basis();
    return basis == null
        ? Optional.of(detect(digits, form, platform, stated != null, handle, displayName))
        : Optional.of(
            switch (basis) {
              case PLATFORM_ID -> AccountRef.ofId(platform, digits, handle, displayName);
              case PHONE -> phone(digits, form.region(), platform, handle, displayName);
              case HANDLE -> handle(platform, text, displayName);
              case DISPLAY_NAME -> name(platform, text, handle);
              case LABEL -> label(platform, digits, handle, displayName);
            });
  }

  private AccountRef detect(
      String text,
      FieldForm form,
      Platform platform,
      boolean stated,
      @Nullable String handle,
      @Nullable String displayName) {
    Optional<String> number =
        PhoneNumbers.international(text) || form.region() != null
            ? e164(text, form.region())
            : Optional.empty();
    if (number.isPresent()) {
      Platform where = platform.equals(Platform.TABLE) ? PhoneNumbers.PHONE : platform;
      return new AccountRef(where, KeyBasis.PHONE, number.get(), handle, displayName);
    }
    if (text.matches("[^@\\s]{1,64}@[^@\\s]{1,255}\\.[^@\\s.]{2,24}")) {
      String mail = text.toLowerCase(java.util.Locale.ROOT);
      return new AccountRef(
          stated ? platform : PhoneNumbers.EMAIL, KeyBasis.HANDLE, mail, handle, displayName);
    }
    if (text.startsWith("@") && text.length() > 1 && !text.contains(" ")) {
      return handle(platform, text, displayName);
    }
    if (platform.equals(Platform.TABLE) || platform.equals(PhoneNumbers.PHONE)) {
      return label(platform, text, handle, displayName);
    }
    if (text.matches("\\d{4,24}")) {
      return AccountRef.ofId(platform, text, handle, displayName);
    }
    return text.contains(" ") ? name(platform, text, handle) : handle(platform, text, displayName);
  }

  private AccountRef phone(
      String text,
      @Nullable String region,
      Platform platform,
      @Nullable String handle,
      @Nullable String displayName) {
    Optional<String> number = e164(text, region);
    if (number.isPresent()) {
      return new AccountRef(platform, KeyBasis.PHONE, number.get(), handle, displayName);
    }
    // Short codes and names of senders are no numbers of anybody; the rest lacks its country.
    countryless += text.matches("[0-9 ()/.-]{7,20}") ? 1 : 0;
    return label(platform, text, handle, displayName);
  }

  private static Optional<String> e164(String text, @Nullable String region) {
    try {
      if (PhoneNumbers.international(text)) {
        return Optional.ofNullable(PhoneNumbers.e164(text));
      }
      String digits = text.replaceAll("[\\s().\\-/\\u00a0]", "");
      if (region == null || !digits.matches("[0-9]{5,15}")) {
        return Optional.empty();
      }
      PhoneNumberUtil util = PhoneNumberUtil.getInstance();
      PhoneNumber number =
          region.equals("WORLD") ? util.parse("+" + digits, null) : util.parse(digits, region);
      // Possible, not valid: new ranges come faster than lists of them, and the length tells
      // enough.
      return util.isPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
          ? Optional.of(util.format(number, PhoneNumberUtil.PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty(); // No number that a country has.
    }
  }

  private static AccountRef handle(Platform platform, String text, @Nullable String displayName) {
    String bare = text.startsWith("@") ? text.substring(1) : text;
    if (bare.isBlank()) {
      return label(platform, text, null, displayName);
    }
    return new AccountRef(
        platform, KeyBasis.HANDLE, bare.toLowerCase(java.util.Locale.ROOT), bare, displayName);
  }

  private AccountRef name(Platform platform, String text, @Nullable String handle) {
    return new AccountRef(platform, KeyBasis.DISPLAY_NAME, within + "/" + text, handle, text);
  }

  private static AccountRef label(
      Platform platform, String text, @Nullable String handle, @Nullable String displayName) {
    return new AccountRef(platform, KeyBasis.LABEL, text, handle, displayName);
  }
}
