package dev.sextant.records.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of selector that are looked for in words. */
public enum SelectorKind {
  /** Telephone number. */
  PHONE,
  /** E-mail address. */
  EMAIL,
  /** A name after an at-sign, or in a link to an account. */
  HANDLE,
  /** Address on the web. */
  URL,
  /** Invitation to a group or server. */
  INVITE,
  /** Onion service. */
  ONION,
  /** IP address, with the port if one is written. */
  IP,
  /** Bank account. */
  IBAN,
  /** Payment card; never shown whole. */
  CARD,
  /** Bitcoin address. */
  BTC,
  /** Ethereum address, or one of a chain that writes them alike. */
  ETH,
  /** Monero address. */
  XMR,
  /** Litecoin address. */
  LTC,
  /** Dogecoin address. */
  DOGE,
  /** Tron address. */
  TRX,
  /** Number of a payment on a public chain. */
  TXID,
  /** Fingerprint of an OpenPGP key. */
  PGP,
  /** Number of a telephone set. */
  IMEI,
  /** Registration plate of a vehicle. */
  PLATE,
  /** Place in degrees. */
  COORDINATES;

  /** The word for it in queries and facets. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of that word. */
  public static Optional<SelectorKind> of(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
  }
}
