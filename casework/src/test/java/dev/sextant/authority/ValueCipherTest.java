package dev.sextant.authority;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueCipherTest {
  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  /* The two published vectors of c2sp.org/XAES-256-GCM; they differ in the top bit of the CMAC
   * subkey's block, so that both branches of its doubling are met. */
  @ParameterizedTest
  @CsvSource({
    "1, '', ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271",
    "3, c2sp.org/XAES-256-GCM, 986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d"
  })
  void publishedVectors(int fill, String associated, String expected) {
    byte[] sealed =
        new ValueCipher(key(fill))
            .sealWith(
                "ABCDEFGHIJKLMNOPQRSTUVWX".getBytes(US_ASCII),
                "XAES-256-GCM".getBytes(US_ASCII),
                associated.getBytes(US_ASCII));
    assertThat(HexFormat.of().formatHex(sealed)).isEqualTo(expected);
  }

  @Property(tries = 200)
  void opensWhatItSealed(@ForAll byte[] plain, @ForAll byte[] associated) {
    ValueCipher cipher = new ValueCipher(key(7));
    byte[] sealed = cipher.seal(plain, associated);
    assertThat(sealed).hasSize(plain.length + ValueCipher.OVERHEAD_BYTES);
    assertThat(cipher.open(sealed, associated)).isEqualTo(plain);
  }

  @Test
  void anyAlteredByteOtherKeyOrOtherPlaceIsRefused() {
    byte[] about = "exhibit 7".getBytes(US_ASCII);
    ValueCipher cipher = new ValueCipher(key(7));
    byte[] sealed = cipher.seal("secret".getBytes(US_ASCII), about);
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 0x10;
      assertThatThrownBy(() -> cipher.open(altered, about)).isInstanceOf(RegisterFault.class);
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatThrownBy(() -> cipher.open(cut, about)).isInstanceOf(RegisterFault.class);
    }
    assertThatThrownBy(() -> new ValueCipher(key(8)).open(sealed, about))
        .isInstanceOf(RegisterFault.class);
    assertThatThrownBy(() -> cipher.open(sealed, "exhibit 8".getBytes(US_ASCII)))
        .isInstanceOf(RegisterFault.class);
  }

  @Test
  void theSameValueNeverSealsAlike() {
    ValueCipher cipher = new ValueCipher(key(7));
    byte[] plain = "secret".getBytes(US_ASCII);
    assertThat(cipher.seal(plain, plain)).isNotEqualTo(cipher.seal(plain, plain));
  }
}
