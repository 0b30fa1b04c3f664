package dev.sextant.records.reader.holdout;

import dev.sextant.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/**
 * Writes a repository as AT Protocol's export does: CAR v1, DAG-CBOR blocks, a Merkle search tree
 * with the layers that its keys' hashes demand, and a commit signed with secp256k1 (low S).
 */
@NullUnmarked // What is null where it must not be fails the test by itself.
final class Car {
  /** A content identifier: CIDv1, DAG-CBOR, SHA-256. */
  record Cid(byte[] bytes) {}

  private static final X9ECParameters CURVE = SECNamedCurves.getByName("secp256k1");
  private static final BigInteger KEY =
      new BigInteger("4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318", 16);

  private final Map<String, byte[]> blocks = new LinkedHashMap<>();
  private final List<Cid> order = new ArrayList<>();

  private static void head(ByteArrayOutputStream out, int major, long value) {
    if (value < 24) {
      out.write(major << 5 | (int) value);
    } else if (value < 256) {
      out.write(major << 5 | 24);
      out.write((int) value);
    } else if (value < 65536) {
      out.write(major << 5 | 25);
      out.write((int) (value >> 8));
      out.write((int) value);
    } else if (value < 1L << 32) {
      out.write(major << 5 | 26);
      for (int s = 24; s >= 0; s -= 8) {
        out.write((int) (value >> s));
      }
    } else {
      out.write(major << 5 | 27);
      for (int s = 56; s >= 0; s -= 8) {
        out.write((int) (value >> s));
      }
    }
  }

  /** A value as DAG-CBOR: keys by length, then by bytes. */
  static byte[] cbor(@Nullable Object value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (value) {
      case null -> out.write(0xf6);
      case Boolean b -> out.write(b ? 0xf5 : 0xf4);
      case Number n ->
          head(
              out,
              n.longValue() < 0 ? 1 : 0,
              n.longValue() < 0 ? -1 - n.longValue() : n.longValue());
      case String s -> {
        byte[] bytes = s.getBytes(StandardCharsets.UTF_8);
        head(out, 3, bytes.length);
        out.writeBytes(bytes);
      }
      case byte[] b -> {
        head(out, 2, b.length);
        out.writeBytes(b);
      }
      case Cid c -> {
        head(out, 6, 42);
        head(out, 2, c.bytes().length + 1L);
        out.write(0);
        out.writeBytes(c.bytes());
      }
      case List<?> list -> {
        head(out, 4, list.size());
        list.forEach(v -> out.writeBytes(cbor(v)));
      }
      case Map<?, ?> map -> {
        TreeMap<String, @Nullable Object> sorted =
            new TreeMap<>(
                Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
        map.forEach((k, v) -> sorted.put((String) k, v));
        head(out, 5, sorted.size());
        sorted.forEach((k, v) -> {
          out.writeBytes(cbor(k));
          out.writeBytes(cbor(v));
        });
      }
      default -> throw new IllegalArgumentException("no such value: " + value.getClass());
    }
    return out.toByteArray();
  }

  private Cid put(@Nullable Object value) {
    byte[] bytes = cbor(value);
    MessageDigest sha = Digest.sha256();
    byte[] hash = sha.digest(bytes);
    ByteArrayOutputStream cid = new ByteArrayOutputStream();
    cid.writeBytes(new byte[] {1, 0x71, 0x12, 0x20});
    cid.writeBytes(hash);
    Cid made = new Cid(cid.toByteArray());
    blocks.put(Arrays.toString(made.bytes()), bytes);
    order.add(made);
    return made;
  }

  /* Leading zeros of the key's hash, in pairs of bits. */
  private static int layer(String key) {
    byte[] hash = Digest.sha256().digest(key.getBytes(StandardCharsets.UTF_8));
    int zeros = 0;
    for (byte b : hash) {
      int lead = Integer.numberOfLeadingZeros(b & 0xff) - 24;
      zeros += lead;
      if (lead < 8) {
        break;
      }
    }
    return zeros / 2;
  }

  private Cid tree(List<Map.Entry<String, Cid>> keys, int layer) {
    List<List<Map.Entry<String, Cid>>> gaps = new ArrayList<>();
    gaps.add(new ArrayList<>());
    List<Map.Entry<String, Cid>> here = new ArrayList<>();
    for (Map.Entry<String, Cid> key : keys) {
      if (layer(key.getKey()) == layer) {
        here.add(key);
        gaps.add(new ArrayList<>());
      } else {
        gaps.getLast().add(key);
      }
    }
    List<Object> entries = new ArrayList<>();
    String before = "";
    for (int i = 0; i < here.size(); i++) {
      String key = here.get(i).getKey();
      int shared = 0;
      while (shared < Math.min(before.length(), key.length())
          && before.charAt(shared) == key.charAt(shared)) {
        shared++;
      }
      Map<String, @Nullable Object> e = new LinkedHashMap<>();
      e.put("p", shared);
      e.put("k", key.substring(shared).getBytes(StandardCharsets.UTF_8));
      e.put("v", here.get(i).getValue());
      e.put("t", gaps.get(i + 1).isEmpty() ? null : tree(gaps.get(i + 1), layer - 1));
      entries.add(e);
      before = key;
    }
    Map<String, @Nullable Object> node = new LinkedHashMap<>();
    node.put("l", gaps.getFirst().isEmpty() ? null : tree(gaps.getFirst(), layer - 1));
    node.put("e", entries);
    return put(node);
  }

  /** A repository of records by {@code collection/rkey}; the signature right or wrong. */
  static byte[] repository(String did, Map<String, Map<String, Object>> records, boolean right) {
    Car car = new Car();
    List<Map.Entry<String, Cid>> keys = new ArrayList<>();
    new TreeMap<>(records).forEach((key, record) -> keys.add(Map.entry(key, car.put(record))));
    int top = keys.stream().mapToInt(k -> layer(k.getKey())).max().orElse(0);
    Cid data = car.tree(keys, top);
    Map<String, @Nullable Object> commit = new LinkedHashMap<>();
    commit.put("did", did);
    commit.put("version", 3);
    commit.put("data", data);
    commit.put("rev", "3ljabcdefgh2a");
    commit.put("prev", null);
    byte[] sig = sign(Digest.sha256().digest(cbor(commit)));
    if (!right) {
      sig[40] ^= 1;
    }
    commit.put("sig", sig);
    Cid root = car.put(commit);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] header = cbor(Map.of("version", 1, "roots", List.of(root)));
    varint(out, header.length);
    out.writeBytes(header);
    for (Cid cid : car.order.reversed()) {
      byte[] block = car.blocks.get(Arrays.toString(cid.bytes()));
      varint(out, cid.bytes().length + block.length);
      out.writeBytes(cid.bytes());
      out.writeBytes(block);
    }
    return out.toByteArray();
  }

  private static void varint(ByteArrayOutputStream out, long value) {
    long left = value;
    while (left >= 128) {
      out.write((int) (left & 127 | 128));
      left >>= 7;
    }
    out.write((int) left);
  }

  private static byte[] sign(byte[] hash) {
    ECDomainParameters domain = new ECDomainParameters(CURVE);
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
    signer.init(true, new ECPrivateKeyParameters(KEY, domain));
    BigInteger[] rs = signer.generateSignature(hash);
    BigInteger s = rs[1].min(CURVE.getN().subtract(rs[1]));
    byte[] sig = new byte[64];
    fixed(rs[0], sig, 0);
    fixed(s, sig, 32);
    return sig;
  }

  private static void fixed(BigInteger number, byte[] into, int at) {
    byte[] bytes = number.toByteArray();
    int from = Math.max(0, bytes.length - 32);
    int length = bytes.length - from;
    System.arraycopy(bytes, from, into, at + 32 - length, length);
  }

  /** The signer's key as a DID document writes it: multicodec secp256k1-pub in base58btc. */
  static String multikey() {
    byte[] point = CURVE.getG().multiply(KEY).normalize().getEncoded(true);
    byte[] coded = new byte[point.length + 2];
    coded[0] = (byte) 0xe7;
    coded[1] = 1;
    System.arraycopy(point, 0, coded, 2, point.length);
    return "z" + base58(coded);
  }

  private static String base58(byte[] bytes) {
    String digits = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    BigInteger number = new BigInteger(1, bytes);
    StringBuilder text = new StringBuilder();
    while (number.signum() > 0) {
      BigInteger[] parts = number.divideAndRemainder(BigInteger.valueOf(58));
      text.insert(0, digits.charAt(parts[1].intValue()));
      number = parts[0];
    }
    return text.toString();
  }
}
