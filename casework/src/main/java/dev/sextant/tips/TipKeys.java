package dev.sextant.tips;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Base64;
import javax.crypto.KeyAgreement;

/** X25519 keys: the desk's, the vault's, and those of mailboxes. */
public final class TipKeys {
  private TipKeys() {}

  /** Makes a pair and writes {@code NAME.key} (for its owner alone) and {@code NAME.pub}. */
  public static void generate(Path folder, String name) {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
      Files.createDirectories(folder);
      Path secret = folder.resolve(name + ".key");
      Files.createFile(
          secret,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(secret, base64(pair.getPrivate().getEncoded()) + "\n");
      Files.writeString(
          folder.resolve(name + ".pub"), base64(pair.getPublic().getEncoded()) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("X25519 is in every JDK", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A public key from its file. */
  public static PublicKey readPublic(Path file) {
    return publicKey(decoded(file), file.toString());
  }

  /** A private key from its file. */
  public static PrivateKey readPrivate(Path file) {
    try {
      return KeyFactory.getInstance("X25519")
          .generatePrivate(new PKCS8EncodedKeySpec(decoded(file)));
    } catch (GeneralSecurityException e) {
      throw bad(file.toString(), e);
    }
  }

  static PublicKey publicKey(byte[] x509, String place) {
    try {
      return KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(x509));
    } catch (GeneralSecurityException e) {
      throw bad(place, e);
    }
  }

  private static byte[] decoded(Path file) {
    try {
      return Base64.getDecoder().decode(Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (IllegalArgumentException e) {
      throw bad(file.toString(), e);
    }
  }

  private static TipFault bad(String place, Exception e) {
    return new TipFault(
        "SX-TIPS-KEY",
        "not a key of this kind",
        place,
        e,
        "make a pair with sextant tips desk keys, and give the file that the option asks for");
  }

  /** The pair that a secret of 32 bytes stands for. */
  static KeyPair pair(byte[] secret) {
    try {
      KeyFactory keys = KeyFactory.getInstance("X25519");
      PrivateKey own =
          keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret));
      // The public key is the secret times the base point, whose coordinate is 9 (RFC 7748).
      KeyAgreement times = KeyAgreement.getInstance("X25519");
      times.init(own);
      times.doPhase(
          keys.generatePublic(
              new XECPublicKeySpec(NamedParameterSpec.X25519, BigInteger.valueOf(9))),
          true);
      byte[] little = times.generateSecret();
      byte[] big = new byte[little.length];
      for (int i = 0; i < little.length; i++) {
        big[i] = little[little.length - 1 - i];
      }
      PublicKey shown =
          keys.generatePublic(
              new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, big)));
      return new KeyPair(shown, own);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("X25519 is in every JDK", e);
    }
  }
}
