package dev.sextant.records.reader.capture.maltego;

import dev.sextant.records.AccountRef;
import dev.sextant.records.AccountRef.KeyBasis;
import dev.sextant.records.Record.Stated;
import dev.sextant.records.reader.PhoneNumbers;
import dev.sextant.records.reader.capture.Forms;
import dev.sextant.terms.Platform;
import dev.sextant.terms.SelectorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thing on a chart. Drawn by somebody, so that most are labels that mean something on that chart
 * only; e-mail addresses, telephone numbers and platform accounts keep their own keys.
 */
final class ChartEntity {
  private final String type;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private final Map<String, String> beside = new LinkedHashMap<>();

  ChartEntity(String type) {
    this.type = type;
  }

  String type() {
    return type;
  }

  Map<String, String> properties() {
    return properties;
  }

  /** What stands beside the properties, by the name of its element or attribute. */
  Map<String, String> beside() {
    return beside;
  }

  /** Keeps what stands beside the properties. */
  void beside(String name, String value) {
    if (!value.isBlank()) {
      beside.merge(name, value, (a, b) -> a.equals(b) ? a : a + "; " + b);
    }
  }

  void property(String name, String value) {
    if (!value.isBlank()) {
      properties.putIfAbsent(name.isBlank() ? "property" : name, value);
    }
  }

  private @Nullable String first(String... names) {
    for (String name : names) {
      String value = properties.get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** What the chart shows: the property that names it, else the first. */
  String shown() {
    String named =
        first(
            "person.fullname",
            "person.name",
            "email",
            "phonenumber",
            "alias",
            "properties.alias",
            "text",
            "fqdn",
            "title",
            "name",
            "ipv4-address",
            "url");
    return named != null
        ? named
        : properties.isEmpty() ? "" : properties.values().iterator().next();
  }

  /** Who or what it is; null if it has no content. */
  @Nullable AccountRef account() {
    String shown = shown().strip();
    if (shown.isEmpty()) {
      return null;
    }
    String kind = type.toLowerCase(Locale.ROOT);
    if (kind.endsWith("emailaddress")) {
      String mail = shown.toLowerCase(Locale.ROOT);
      return new AccountRef(PhoneNumbers.EMAIL, KeyBasis.HANDLE, mail, shown, null);
    }
    if (kind.endsWith("phonenumber")) {
      AccountRef number = PhoneNumbers.account(PhoneNumbers.PHONE, shown, null);
      return number != null
          ? number
          : new AccountRef(PhoneNumbers.PHONE, KeyBasis.LABEL, shown, null, null);
    }
    if (kind.contains(".affiliation.")) {
      Platform platform = Forms.platform(kind.substring(kind.lastIndexOf('.') + 1));
      String id = first("affiliation.uid", "affiliation.id", "uid", "twitter.id");
      String handle =
          first("affiliation.screen-name", "twitter.screen-name", "affiliation.username", "alias");
      AccountRef account = Forms.account(platform, id, handle, shown, "chart");
      if (account != null && account.basis() != KeyBasis.DISPLAY_NAME) {
        return account;
      }
      return new AccountRef(platform, KeyBasis.LABEL, shown, null, shown);
    }
    return new AccountRef(Platform.TABLE, KeyBasis.LABEL, type + ":" + shown, null, shown);
  }

  /** Identifiers that the chart states. */
  List<Stated> selectors() {
    List<Stated> stated = new ArrayList<>();
    String kind = type.toLowerCase(Locale.ROOT);
    SelectorType selector =
        kind.endsWith("emailaddress")
            ? SelectorType.EMAIL
            : kind.endsWith("phonenumber")
                ? SelectorType.PHONE
                : kind.endsWith("ipv4address") || kind.endsWith("ipv6address")
                    ? SelectorType.IP
                    : kind.endsWith(".url") || kind.endsWith("website") ? SelectorType.URL : null;
    String address = first("affiliation.profile-url", "url");
    for (int i = 0; i < 2; i++) {
      SelectorType one = i == 0 ? selector : address == null ? null : SelectorType.URL;
      String value = i == 0 ? shown() : address;
      if (one != null && value != null) {
        Forms.state(one, Platform.TABLE, value, "", stated, new LinkedHashMap<>());
      }
    }
    return stated.stream().distinct().toList();
  }
}
