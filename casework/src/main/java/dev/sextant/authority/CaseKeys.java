package dev.sextant.authority;

import dev.sextant.terms.CaseId;
import dev.sextant.terms.Selector;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The keys of cases. A case's own key never leaves this class; rooms get keys derived from it
 * (HKDF-SHA-256, RFC 5869), each for one use, and only inside an act. Once a case's wrapped key is
 * destroyed, nothing of the case can be read and no keyed hash of it be tried.
 */
public final class CaseKeys {
  private static final int BYTES = 32;

  private final Register register;
  private final AgencyKey agency;

  CaseKeys(Register register, AgencyKey agency) {
    this.register = register;
    this.agency = agency;
  }

  /** A fresh key for a case that is being opened, wrapped. */
  byte[] fresh(CaseId opened) {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    return agency.wrap(key, use(opened));
  }

  private static String use(CaseId of) {
    return "sextant/case-key/v1 " + of;
  }

  /**
   * A key for one use within the act's case.
   *
   * @param use a name of the room's own, such as {@code custody/sealed-file/v1}
   * @return 32 bytes, always the same for the same case and use
   * @throws Refused if the act is over
   */
  public byte[] derive(Act act, String use) {
    act.requireOpen();
    return derive(act.permit().caseId(), use);
  }

  byte[] derive(CaseId of, String use) {
    return derive(register.within("case key", jdbc -> Register.caseKey(jdbc, of)), of, use);
  }

  private byte[] derive(byte[] wrapped, CaseId of, String use) {
    byte[] key = agency.unwrap(wrapped, use(of));
    return hkdf(key, new byte[0], "sextant/" + use, BYTES);
  }

  /** Extract and expand. */
  static byte[] hkdf(byte[] key, byte[] salt, String info, int bytes) {
    try {
      return KDF.getInstance("HKDF-SHA256")
          .deriveData(
              HKDFParameterSpec.ofExtract()
                  .addIKM(key)
                  .addSalt(salt)
                  .thenExpand(info.getBytes(StandardCharsets.UTF_8), bytes));
    } catch (GeneralSecurityException e) {
      throw new AssertionError("HKDF-SHA256 is in JDK 25", e);
    }
  }

  /** Seals and opens this room's own texts of a case, within a transaction that is open already. */
  ValueCipher registerCipher(JdbcClient jdbc, CaseId of) {
    return new ValueCipher(derive(Register.caseKey(jdbc, of), of, "authority/register/v1"));
  }

  /** Seals and opens another room's papers of a case, within a transaction that is open already. */
  ValueCipher papersCipher(JdbcClient jdbc, CaseId of, String use) {
    return new ValueCipher(derive(Register.caseKey(jdbc, of), of, "papers/" + use));
  }

  /** Seals what must be written though the case's key is lost: why an authority was stopped. */
  ValueCipher houseCipher() {
    return new ValueCipher(agency.derive("authority/register/v1"));
  }

  /** HMAC-SHA-256 of texts under the case's key, for the log. */
  KeyedHash keyedHash(CaseId of) {
    return new KeyedHash(derive(of, "authority/log-hash/v1"));
  }

  KeyedHash keyedHash(JdbcClient jdbc, CaseId of) {
    return new KeyedHash(derive(Register.caseKey(jdbc, of), of, "authority/log-hash/v1"));
  }

  /** Hashes that only a holder of the case's key can try. */
  record KeyedHash(byte[] key) {
    String of(Selector selector) {
      return of("selector", selector.toString());
    }

    String of(Purpose purpose) {
      return of("purpose", purpose.text());
    }

    private String of(String what, String text) {
      try {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((what + "\n").getBytes(StandardCharsets.UTF_8));
        return "hmac:"
            + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      } catch (GeneralSecurityException e) {
        throw new AssertionError("HmacSHA256 is in every JDK", e);
      }
    }
  }
}
