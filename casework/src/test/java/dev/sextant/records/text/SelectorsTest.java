package dev.sextant.records.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorsTest {
  private static final Selectors NOWHERE = new Selectors("");
  private static final Selectors BRITAIN = new Selectors("gb");

  private static List<String> seen(Selectors selectors, String text) {
    return selectors.in(text).stream()
        .map(s -> s.kind().word() + " " + s.value() + " " + s.check())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mail anna.b+x@Example.org, now|email anna.b+x@example.org NONE",
        "anna [at] example (dot) org|email anna@example.org NONE",
        "anna(at)mail.example.co.uk ok|email anna@mail.example.co.uk NONE",
        "see https://Example.org/a?b=1#c).|url https://example.org/a?b=1#c NONE",
        "hxxps://evil[.]example[.]com/x|url https://evil.example.com/x NONE",
        "evil[.]example[.]com|url evil.example.com NONE",
        "write @anna_b. or|handle anna_b NONE",
        "IBAN GB29 NWBK 6016 1331 9268 19 today|iban GB29NWBK60161331926819 PASSED",
        "IBAN GB29 NWBK 6016 1331 9268 18 today|iban GB29NWBK60161331926818 FAILED",
        "pay 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa|btc 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa PASSED",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4|btc bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4 PASSED",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5|btc bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5 FAILED",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed|eth 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed PASSED",
        "0x5aaeb6053F3E94C9b9A09f33669435E7Ef1BeAed|eth 0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed FAILED",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t|trx TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t PASSED",
        "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L|doge DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L PASSED",
        "at 192.0.2.7:8080 and|ip 192.0.2.7:8080 NONE",
        "at 192.0.2[.]7|ip 192.0.2.7 NONE",
        "[2001:db8::1]:443|ip [2001:db8:0:0:0:0:0:1]:443 NONE",
        "at 2001:db8::8a2e:370:7334 there|ip 2001:db8:0:0:0:8a2e:370:7334 NONE",
        "IMEI: 490154203237518|imei 490154203237518 PASSED",
        "IMEI 490154203237519|imei 490154203237519 FAILED",
        "49-015420-323751-8|imei 490154203237518 PASSED",
        "card 4111 1111 1111 1111 exp|card ************1111 PASSED",
        "meet at 51.50740, -0.12780|coordinates 51.507400,-0.127800 NONE",
        "geo:48.2010,16.3695|coordinates 48.201000,16.369500 NONE",
        "51°30'26\"N 0°7'39\"W|coordinates 51.507222,-0.127500 NONE",
        "8FVC9G8F+6X|coordinates 47.365563,8.524938 NONE",
        "0123 4567 89AB CDEF 0123  4567 89AB CDEF 0123 4567|pgp 0123456789ABCDEF0123456789ABCDEF01234567 NONE",
        "fingerprint 0123456789abcdef0123456789abcdef01234567|pgp 0123456789ABCDEF0123456789ABCDEF01234567 NONE",
        "call +44 20 7946 0958 now|phone +442079460958 NONE"
      })
  void finds(String text, String wanted) {
    assertThat(seen(NOWHERE, text)).containsExactly(wanted);
  }

  @Test
  void numbersAndPlatesNeedACountry() {
    assertThat(seen(NOWHERE, "call 020 7946 0958 in AB12 CDE")).isEmpty();
    assertThat(seen(BRITAIN, "call 020 7946 0958 in AB12 CDE"))
        .containsExactly("phone +442079460958 NONE", "plate GB AB12CDE NONE");
  }

  @Test
  void linksSayMoreThanOneThing() {
    assertThat(seen(NOWHERE, "https://t.me/joinchat/AAAAAEabcdefgh"))
        .containsExactly(
            "url https://t.me/joinchat/AAAAAEabcdefgh NONE",
            "invite t.me/joinchat/AAAAAEabcdefgh NONE");
    assertThat(seen(NOWHERE, "t.me/anna_b"))
        .containsExactly("handle anna_b NONE", "url t.me/anna_b NONE");
    assertThat(seen(NOWHERE, "discord.gg/abc123 chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv"))
        .contains(
            "invite discord.gg/abc123 NONE",
            "invite chat.whatsapp.com/AbCdEfGhIjKlMnOpQrStUv NONE");
    assertThat(seen(NOWHERE, "https://wa.me/447400123456"))
        .containsExactly("phone +447400123456 PASSED", "url https://wa.me/447400123456 NONE");
    assertThat(
            seen(
                NOWHERE, "http://pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion/x"))
        .containsExactly(
            "url http://pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion/x NONE",
            "onion pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd.onion PASSED");
    assertThat(seen(NOWHERE, "txid: " + "ab".repeat(32)))
        .containsExactly("txid " + "ab".repeat(32) + " NONE");
    assertThat(seen(NOWHERE, "sha256 " + "ab".repeat(32))).isEmpty();
  }

  /** What stands within something that was read as a whole is not read a second time. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mailto:ana@example.org|email ana@example.org NONE",
        "[ana](mailto:ana@example.org)|email ana@example.org NONE",
        "mailto:ana@example.org?subject=447400123456|email ana@example.org NONE",
        "tel:+442079460958|phone +442079460958 NONE",
        "https://shop.example/call/+442079460958|url https://shop.example/call/+442079460958 NONE",
        "https://shop.example/?tel=+442079460958|url https://shop.example/?tel=+442079460958 NONE",
        "https://mast.example/@ana_b|url https://mast.example/@ana_b NONE",
        "www.example.org/+442079460958|url www.example.org/+442079460958 NONE"
      })
  void toldOnce(String text, String wanted) {
    assertThat(seen(NOWHERE, text)).containsExactly(wanted);
  }

  /** A link that says more says each thing once, and an address in its query is told beside it. */
  @Test
  void linksSayEachThingOnce() {
    assertThat(seen(NOWHERE, "https://wa.me/447400123456?text=%2B447400123456+447400123456"))
        .containsExactly(
            "phone +447400123456 PASSED",
            "url https://wa.me/447400123456?text=%2B447400123456+447400123456 NONE");
    assertThat(seen(NOWHERE, "http://192.0.2.7:8080/a?b=192.0.2.7:8080"))
        .containsExactly(
            "url http://192.0.2.7:8080/a?b=192.0.2.7:8080 NONE", "ip 192.0.2.7:8080 NONE");
    assertThat(seen(NOWHERE, "https://shop.example/?to=ana@example.org"))
        .containsExactlyInAnyOrder(
            "url https://shop.example/?to=ana@example.org NONE", "email ana@example.org NONE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at 12:34:56 on 2026-01-01 10:00",
        "version 1.2.3.4.5",
        "std::vector and a::b",
        "12345678901234567890123456",
        "see you @ 8",
        "ratio 1.5, 2.5",
        "Fe:de:ad",
        "mail me at home dot",
        "ABCDEFGH+AB",
        "999.999.999.999"
      })
  void findsNothing(String text) {
    assertThat(NOWHERE.in(text)).isEmpty();
  }

  @Test
  void whatHidesDoesNotHelp() {
    String text = "x an\u200bna@exa\u200dmple.org, ＠ｂｅｎ_2";
    List<Sighting> seen = NOWHERE.in(text);
    assertThat(seen).extracting(Sighting::value).containsExactly("anna@example.org", "ben_2");
    assertThat(text.substring(seen.getFirst().from(), seen.getFirst().to()))
        .isEqualTo("an\u200bna@exa\u200dmple.org");
    assertThat(text.substring(seen.getLast().from(), seen.getLast().to())).isEqualTo("＠ｂｅｎ_2");
  }

  /* Of this thread alone: what else the machine does is no fault of ours. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** Whatever stands in a text: places lie inside it, and it takes no time. */
  @Test
  void nothingTypedBreaksOrStallsIt() {
    long seed = System.nanoTime();
    System.out.println("SelectorsTest seed " + seed);
    Random random = new Random(seed);
    String[] pieces = {
      "a",
      "1",
      ".",
      "@",
      ":",
      "/",
      "[.]",
      "(dot)",
      "https://",
      "0x",
      "bc1",
      " ",
      "-",
      "+44",
      "0",
      "'",
      "°",
      "N",
      "\u200b",
      "é",
      "東",
      "😀",
      "\ud800",
      "IMEI",
      "GB29",
      "aaaaaaaaaaaaaaaaaaaa",
      "1111111111",
      "\n",
      "::"
    };
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      for (Sighting s : BRITAIN.in(text.toString())) {
        assertThat(s.from()).isBetween(0, text.length());
        assertThat(s.to()).isBetween(s.from(), text.length());
      }
    }
    for (String piece : pieces) {
      long before = cpuNanos();
      BRITAIN.in(piece.repeat(60_000 / piece.length()));
      assertThat(Duration.ofNanos(cpuNanos() - before)).as(piece).isLessThan(Duration.ofSeconds(5));
    }
  }
}
