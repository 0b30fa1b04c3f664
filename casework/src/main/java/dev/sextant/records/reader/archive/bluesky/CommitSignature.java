package dev.sextant.records.reader.archive.bluesky;

import dev.sextant.records.reader.json.Fields;
import dev.sextant.records.reader.json.Json;
import dev.sextant.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.jspecify.annotations.Nullable;

/**
 * Whether a repository's commit was signed with one of the keys that DID documents name for it
 * (atproto specification, "Cryptography"): ECDSA over secp256k1 or P-256, the smaller of the two
 * possible values of s.
 */
final class CommitSignature {
  private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

  /** What came of it. */
  enum Outcome {
    /** One of the keys signed exactly these bytes. */
    HOLDS,
    /** None of the keys did. */
    FAILS,
    /** No document that names a key for this account lies in the exhibit. */
    UNCHECKED
  }

  /**
   * A public key.
   *
   * @param curve {@code secp256k1} or {@code secp256r1}
   * @param point encoded, compressed or not
   */
  record Key(String curve, byte[] point) {}

  private CommitSignature() {}

  /**
   * Checks.
   *
   * @param block the commit's bytes
   * @param commit the same, decoded with places counted from {@code base}
   */
  static Outcome check(byte[] block, Json commit, long base, List<Key> keys) {
    if (keys.isEmpty() || !(commit instanceof Json.Obj o)) {
      return Outcome.UNCHECKED;
    }
    byte[] signature = signature(o);
    byte[] signed = withoutSignature(block, o, base);
    if (signature.length != 64 || signed.length == 0) {
      return Outcome.FAILS;
    }
    byte[] hash = Digest.sha256().digest(signed);
    return keys.stream().anyMatch(key -> holds(key, hash, signature))
        ? Outcome.HOLDS
        : Outcome.FAILS;
  }

  private static byte[] signature(Json.Obj commit) {
    String base64 = Fields.of(commit.get("sig")).text("$bytes");
    return base64 == null ? new byte[0] : Base64.getDecoder().decode(base64);
  }

  /* What was signed is the commit without its field "sig": one entry less, the others' bytes as
   * they stand. A map of up to 23 entries has its count in its first byte. */
  private static byte[] withoutSignature(byte[] block, Json.Obj commit, long base) {
    int count = block[0] & 31;
    if ((block[0] & 0xff) >> 5 != 5 || count < 1 || count > 23) {
      return new byte[0];
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(block.length);
    out.write(0xA0 | (count - 1));
    int at = 1;
    for (Map.Entry<String, Json> entry : commit.fields().entrySet()) {
      int to = (int) (entry.getValue().to() - base);
      if (!entry.getKey().equals("sig")) {
        out.write(block, at, to - at);
      }
      at = to;
    }
    return out.toByteArray();
  }

  private static boolean holds(Key key, byte[] hash, byte[] signature) {
    X9ECParameters named = CustomNamedCurves.getByName(key.curve());
    ECDomainParameters curve =
        new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    BigInteger r = new BigInteger(1, Arrays.copyOfRange(signature, 0, 32));
    BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
    if (s.compareTo(curve.getN().shiftRight(1)) > 0) {
      return false;
    }
    try {
      ECDSASigner signer = new ECDSASigner();
      signer.init(
          false, new ECPublicKeyParameters(curve.getCurve().decodePoint(key.point()), curve));
      return signer.verifySignature(hash, r, s);
    } catch (IllegalArgumentException | ArithmeticException e) {
      return false; // The bytes are no point of the curve.
    }
  }

  /** The keys that a DID document, a described repository or a directory's log names. */
  static List<Key> keys(Json document, String did) {
    List<Key> keys = new ArrayList<>();
    gather(document, did, keys, false);
    return keys;
  }

  private static void gather(Json value, String did, List<Key> keys, boolean ours) {
    switch (value) {
      case Json.Arr list -> list.items().forEach(v -> gather(v, did, keys, ours));
      case Json.Obj o -> {
        Fields f = new Fields(o);
        boolean mine = ours || did.equals(f.text("id")) || did.equals(f.text("did"));
        if (mine) {
          for (Json method : f.array("verificationMethod")) {
            add(Fields.of(method).text("publicKeyMultibase"), keys);
          }
          add(f.object("verificationMethods").text("atproto"), keys);
          add(f.text("signingKey"), keys);
          gather(f.take("didDoc"), did, keys);
          gather(f.take("operation"), did, keys);
        }
      }
      default -> {}
    }
  }

  private static void gather(@Nullable Json value, String did, List<Key> keys) {
    if (value != null) {
      gather(value, did, keys, true);
    }
  }

  private static void add(@Nullable String multibase, List<Key> keys) {
    String text = multibase == null ? "" : multibase.replaceFirst("^did:key:", "");
    byte[] bytes = text.startsWith("z") && text.length() < 200 ? base58(text.substring(1)) : null;
    if (bytes == null || bytes.length < 33) {
      return;
    }
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    if (first == 0xE7 && second == 0x01) {
      keys.add(new Key("secp256k1", Arrays.copyOfRange(bytes, 2, bytes.length)));
    } else if (first == 0x80 && second == 0x24) {
      keys.add(new Key("secp256r1", Arrays.copyOfRange(bytes, 2, bytes.length)));
    } else if (bytes.length == 65 && first == 4) {
      // Documents before 2023 give the bare point and name the curve elsewhere: try both.
      keys.add(new Key("secp256k1", bytes));
      keys.add(new Key("secp256r1", bytes));
    }
  }

  private static byte @Nullable [] base58(String text) {
    BigInteger number = BigInteger.ZERO;
    for (char c : text.toCharArray()) {
      int digit = BASE58.indexOf(c);
      if (digit < 0) {
        return null;
      }
      number = number.multiply(BigInteger.valueOf(58)).add(BigInteger.valueOf(digit));
    }
    byte[] bytes = number.toByteArray();
    return bytes.length > 1 && bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }
}
