package dev.sextant.records.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses and payments on public chains, and onion services: long runs with checks inside. */
final class ChainRules {
  /** Characters of the shortest address that is looked for. */
  static final int SHORTEST = 14;

  private static final String BEGIN = "(?<![A-Za-z0-9])";
  private static final String END = "(?![A-Za-z0-9])";

  private static final Pattern BASE58 =
      Pattern.compile(BEGIN + "[1-9A-HJ-NP-Za-km-z]{25,106}" + END);
  private static final Pattern BECH32 =
      Pattern.compile(BEGIN + "(bc|ltc)1[a-z0-9]{11,87}" + END, Pattern.CASE_INSENSITIVE);
  private static final Pattern HEX = Pattern.compile(BEGIN + "0x([0-9a-fA-F]{40})" + END);
  private static final Pattern LONG_HEX = Pattern.compile(BEGIN + "(0x)?([0-9a-fA-F]{64})" + END);
  private static final Pattern PAYMENT =
      Pattern.compile(
          "(?:/tx/|/transaction/|\\btx\\s?id|\\btx\\s?hash|\\btransaction|\\btx)[^0-9a-zA-Z]{0,6}$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ONION =
      Pattern.compile(
          "(?<![a-z0-9])([a-z2-7]{56})(?:\\.|\\[\\.\\]|\\[dot\\]|\\(\\.\\)|\\(dot\\))onion" + END,
          Pattern.CASE_INSENSITIVE);

  private ChainRules() {}

  static void look(Scan scan, int longestRun) {
    if (longestRun >= 56) {
      scan.each(ONION, m -> onion(scan, m));
    }
    if (longestRun >= 64) {
      scan.each(LONG_HEX, m -> payment(scan, m));
    }
    if (longestRun >= 40) {
      scan.each(HEX, m -> hex(scan, m));
    }
    scan.each(BECH32, m -> bech32(scan, m));
    if (longestRun >= 25) {
      scan.each(BASE58, m -> base58(scan, m));
    }
  }

  private static void onion(Scan scan, Matcher m) {
    String name = m.group(1).toLowerCase(Locale.ROOT);
    Check check = Onion.right(name) ? Check.PASSED : Check.FAILED;
    scan.note(SelectorKind.ONION, "onion v3", m.start(), m.end(), name + ".onion", check);
  }

  /* Sixty-four digits alone may be any digest; they are a payment where something says so. */
  private static void payment(Scan scan, Matcher m) {
    boolean prefixed = m.group(1) != null;
    String value = (prefixed ? "0x" : "") + m.group(2).toLowerCase(Locale.ROOT);
    if (scan.announced(PAYMENT, m.start())) {
      scan.add(SelectorKind.TXID, "txid, announced", m.start(), m.end(), value, Check.NONE);
    } else if (prefixed) {
      scan.add(SelectorKind.TXID, "txid, by shape", m.start(), m.end(), value, Check.NONE);
    }
  }

  private static void hex(Scan scan, Matcher m) {
    if (scan.free(m.start(), m.end())) {
      String lower = m.group(1).toLowerCase(Locale.ROOT);
      scan.add(
          SelectorKind.ETH,
          "eth, EIP-55",
          m.start(),
          m.end(),
          "0x" + lower,
          HexAddress.check(m.group(1)));
    }
  }

  private static void bech32(Scan scan, Matcher m) {
    String prefix = m.group(1).toLowerCase(Locale.ROOT);
    boolean right = Bech32.right(prefix, m.group());
    // Words of forty small letters are no address; a wrong one of the usual length is worth
    // telling.
    if (right || m.group().length() - prefix.length() == 40) {
      SelectorKind kind = prefix.equals("bc") ? SelectorKind.BTC : SelectorKind.LTC;
      scan.add(
          kind,
          kind.word() + ", bech32",
          m.start(),
          m.end(),
          m.group().toLowerCase(Locale.ROOT),
          right ? Check.PASSED : Check.FAILED);
    }
  }

  private static void base58(Scan scan, Matcher m) {
    if (!scan.free(m.start(), m.end())) {
      return;
    }
    String text = m.group();
    if (text.length() >= 95) {
      monero(scan, m, text);
      return;
    }
    if (text.length() > 35 || "13LMDA9T".indexOf(text.charAt(0)) < 0) {
      return;
    }
    byte[] payload = Base58.checked(text);
    if (payload == null || payload.length != 21) {
      return; // Any word of this length begins with one of these characters one time in seven.
    }
    SelectorKind kind =
        switch (payload[0] & 0xff) {
          case 0x00, 0x05 -> SelectorKind.BTC;
          case 0x30, 0x32 -> SelectorKind.LTC;
          case 0x1e, 0x16 -> SelectorKind.DOGE;
          case 0x41 -> SelectorKind.TRX;
          default -> null;
        };
    if (kind != null) {
      scan.add(kind, kind.word() + ", base58check", m.start(), m.end(), text, Check.PASSED);
    }
  }

  /* Network bytes of the main net: standard, integrated, sub-address. */
  private static void monero(Scan scan, Matcher m, String text) {
    boolean length = text.length() == 95 || text.length() == 106;
    if (!length || (text.charAt(0) != '4' && text.charAt(0) != '8')) {
      return;
    }
    byte[] payload = Base58.checkedBlocks(text);
    boolean right =
        payload != null && Arrays.asList((byte) 18, (byte) 19, (byte) 42).contains(payload[0]);
    scan.add(
        SelectorKind.XMR,
        "xmr, keccak",
        m.start(),
        m.end(),
        text,
        right ? Check.PASSED : Check.FAILED);
  }
}
