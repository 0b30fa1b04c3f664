package dev.sextant.records.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Check digits against the vectors that their standards publish, and against naive twins. */
@NullUnmarked // What is null where it must not be fails the test by itself.
class ChecksTest {
  private final Random random = new Random(20_261_122);

  /** BIP-173 and BIP-350, "test vectors", those of the main net. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4",
        "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
        "BC1SW50QGDZ25J",
        "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0"
      })
  void bech32IsRight(String address) {
    assertThat(Bech32.right("bc", address)).isTrue();
    for (int i = 0; i < address.length(); i++) {
      char other = address.charAt(i) == 'q' || address.charAt(i) == 'Q' ? 'p' : 'q';
      String altered = address.substring(0, i) + other + address.substring(i + 1);
      assertThat(Bech32.right("bc", altered)).as(altered).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
        "BC13W508D6QEJXTDG4Y5R3ZARVARY0C5XW7KN40WF2",
        "bc1rw5uspcuh",
        "bc10w508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kw5rljs90",
        "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
        "bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du",
        "bc1gmk9yu",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
        "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
        "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
        "bc1Qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
        "",
        "bc",
        "bc1"
      })
  void bech32IsWrong(String address) {
    assertThat(Bech32.right("bc", address)).isFalse();
  }

  /** EIP-55, "test cases". */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "fB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "dbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "D1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
      })
  void eip55(String digits) {
    assertThat(HexAddress.check(digits)).isEqualTo(Check.PASSED);
    assertThat(HexAddress.check(digits.toLowerCase())).isEqualTo(Check.NONE);
    assertThat(HexAddress.check(digits.toUpperCase())).isEqualTo(Check.NONE);
    char[] swapped = digits.toCharArray();
    for (int i = 0; i < swapped.length; i++) {
      if (Character.isLetter(swapped[i])) {
        swapped[i] ^= 0x20;
        assertThat(HexAddress.check(new String(swapped))).isEqualTo(Check.FAILED);
        swapped[i] ^= 0x20;
      }
    }
  }

  @Test
  void keccakOfNothing() {
    assertThat(HexFormat.of().formatHex(Keccak.of(new byte[0])))
        .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  }

  @Test
  void keccakAgreesWithItsTwins() throws Exception {
    MessageDigest standard = MessageDigest.getInstance("SHA3-256");
    for (int length = 0; length < 420; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      KeccakDigest twin = new KeccakDigest(256);
      twin.update(bytes, 0, length);
      byte[] wanted = new byte[32];
      twin.doFinal(wanted, 0);
      assertThat(Keccak.of(bytes)).isEqualTo(wanted);
      assertThat(Keccak.hash(bytes, (byte) 0x06)).isEqualTo(standard.digest(bytes));
    }
  }

  /**
   * The first block's address, and others that the projects publish as their own or as examples.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
        "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
        "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
        "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
        "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L"
      })
  void base58check(String address) {
    byte[] payload = Base58.checked(address);
    assertThat(payload).hasSize(21);
    assertThat(text(payload)).isEqualTo(address);
    for (int i = 0; i < address.length(); i++) {
      char other = address.charAt(i) == '2' ? '3' : '2';
      assertThat(Base58.checked(address.substring(0, i) + other + address.substring(i + 1)))
          .isNull();
    }
  }

  /* The way there, written for this test alone. */
  private static String text(byte[] payload) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] sum = sha.digest(sha.digest(payload));
      byte[] all = Arrays.copyOf(payload, payload.length + 4);
      System.arraycopy(sum, 0, all, payload.length, 4);
      StringBuilder out = new StringBuilder();
      BigInteger rest = new BigInteger(1, all);
      while (rest.signum() > 0) {
        BigInteger[] both = rest.divideAndRemainder(BigInteger.valueOf(58));
        out.append(Base58.ALPHABET.charAt(both[1].intValue()));
        rest = both[0];
      }
      for (int i = 0; i < all.length && all[i] == 0; i++) {
        out.append('1');
      }
      return out.reverse().toString();
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void base58GoesThereAndBack() {
    for (int i = 0; i < 2_000; i++) {
      byte[] payload = new byte[1 + random.nextInt(40)];
      random.nextBytes(payload);
      Arrays.fill(payload, 0, random.nextInt(Math.min(3, payload.length)), (byte) 0);
      assertThat(Base58.checked(text(payload))).isEqualTo(payload);
    }
  }

  /** The address that the Monero project publishes for donations. */
  @Test
  void monero() {
    String address =
        "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A";
    assertThat(Base58.checkedBlocks(address)).hasSize(65).startsWith((byte) 18);
    for (int i = 0; i < address.length(); i++) {
      char other = address.charAt(i) == 'A' ? 'B' : 'A';
      assertThat(Base58.checkedBlocks(address.substring(0, i) + other + address.substring(i + 1)))
          .isNull();
    }
  }

  /** Tor rend-spec-v3, section 6: "ADDRESS EXAMPLES". */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pg6mmjiyjmcrsslvykfwnntlaru7p5svn6y2ymmju6nubxndf4pscryd",
        "sp3k262uwy4r2k3ycr5awluarykdpag6a7y33jxop4cs2lu5uz5sseqd",
        "xa4r2iadxm55fbnqgwwi5mymqdcofiu3w6rpbtqn7b2dyn7mgwj64jyd"
      })
  void onions(String name) {
    assertThat(Onion.right(name)).isTrue();
    for (int i = 0; i < name.length(); i++) {
      char other = name.charAt(i) == 'a' ? 'b' : 'a';
      assertThat(Onion.right(name.substring(0, i) + other + name.substring(i + 1))).isFalse();
    }
    assertThat(Onion.right(name + "a")).isFalse();
    assertThat(Onion.right(name.substring(1))).isFalse();
  }

  /** Examples of the IBAN registry. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GB29NWBK60161331926819",
        "DE89370400440532013000",
        "FR1420041010050500013M02606",
        "NL91ABNA0417164300",
        "NO9386011117947",
        "MT84MALT011000012345MTLCAST001S"
      })
  void ibans(String iban) {
    assertThat(Iban.length(iban.substring(0, 2))).isEqualTo(iban.length());
    assertThat(Iban.right(iban)).isTrue();
    String moved = iban.substring(4) + iban.substring(0, 4);
    StringBuilder number = new StringBuilder();
    moved.chars().forEach(c -> number.append(Character.digit(c, 36)));
    assertThat(new BigInteger(number.toString()).mod(BigInteger.valueOf(97)).intValue())
        .isEqualTo(1);
    for (int i = 2; i < iban.length(); i++) {
      char other = iban.charAt(i) == '7' ? '8' : '7';
      assertThat(Iban.right(iban.substring(0, i) + other + iban.substring(i + 1))).isFalse();
    }
  }

  @Test
  void luhnAgreesWithItsTwin() {
    assertThat(Luhn.right("490154203237518")).isTrue();
    assertThat(Luhn.right("4111111111111111")).isTrue();
    assertThat(Luhn.right("4111111111111112")).isFalse();
    for (int i = 0; i < 2_000; i++) {
      StringBuilder digits = new StringBuilder();
      for (int d = 1 + random.nextInt(18); d > 0; d--) {
        digits.append(random.nextInt(10));
      }
      int right = 0;
      for (char last = '0'; last <= '9'; last++) {
        right += Luhn.right(digits.toString() + last) ? 1 : 0;
      }
      assertThat(right).as("one digit of ten fits").isEqualTo(1);
    }
  }

  @Test
  void nothingTypedBreaksThem() {
    byte[] noise = new byte[60];
    for (int i = 0; i < 3_000; i++) {
      random.nextBytes(noise);
      String text = new String(noise, 0, random.nextInt(60), StandardCharsets.ISO_8859_1);
      assertThat(Bech32.right("bc", text)).isFalse();
      assertThat(Base58.checked(text)).isNull();
      assertThat(Base58.checkedBlocks(text)).isNull();
      assertThat(Onion.right(text)).isFalse();
    }
  }
}
