package dev.sextant.tips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HpkeTest {
  private static final HexFormat HEX = HexFormat.of();

  /** RFC 9180, appendix A.1.1: base mode, X25519, AES-128-GCM, sequence number 0. */
  @Test
  void opensThePublishedVector() throws GeneralSecurityException {
    KeyPair receiver =
        TipKeys.pair(
            HEX.parseHex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"));
    byte[] opened =
        Hpke.suite128()
            .open(
                receiver.getPrivate(),
                HEX.parseHex("37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431"),
                HEX.parseHex("4f6465206f6e2061204772656369616e2055726e"),
                HEX.parseHex("436f756e742d30"),
                HEX.parseHex(
                    "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a9"
                        + "6d8770ac83d07bea87e13c512a"));
    assertThat(HEX.formatHex(opened))
        .isEqualTo("4265617574792069732074727574682c20747275746820626561757479");
  }

  /** The vector's public key: a mailbox's pair follows from its secret alone. */
  @Test
  void aPairFollowsFromItsSecret() {
    byte[] shown =
        TipKeys.pair(
                HEX.parseHex("4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8"))
            .getPublic()
            .getEncoded();
    assertThat(HEX.formatHex(shown, shown.length - 32, shown.length))
        .isEqualTo("3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d");
  }

  @Test
  void opensWhatItSealedAndNothingElse() throws GeneralSecurityException {
    KeyPair desk = KeyPairGenerator.getInstance("X25519").generateKeyPair();
    byte[] info = "sextant-tip/1".getBytes(StandardCharsets.US_ASCII);
    byte[] plain = "the yard behind the canal".getBytes(StandardCharsets.UTF_8);
    byte[] sealed = Hpke.suite().seal(desk.getPublic(), info, plain);
    assertThat(Hpke.suite().open(desk.getPrivate(), info, sealed)).isEqualTo(plain);
    assertThat(Hpke.suite().seal(desk.getPublic(), info, plain)).isNotEqualTo(sealed);
    for (int at : new int[] {0, Hpke.ENCAPSULATED_BYTES, sealed.length - 1}) {
      byte[] altered = sealed.clone();
      altered[at] ^= 1;
      assertThatThrownBy(() -> Hpke.suite().open(desk.getPrivate(), info, altered))
          .isInstanceOf(GeneralSecurityException.class);
    }
    assertThatThrownBy(() -> Hpke.suite().open(desk.getPrivate(), new byte[1], sealed))
        .isInstanceOf(GeneralSecurityException.class);
  }
}
