package dev.sextant.ledger;

import dev.sextant.terms.Digest;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962 §2.1 transcribed word for word over lists: slow, obviously right, shares nothing. */
final class NaiveTree {
  private NaiveTree() {}

  static byte[] root(List<byte[]> d) {
    if (d.isEmpty()) {
      return Digest.of(new byte[0]).bytes();
    }
    if (d.size() == 1) {
      return hash(new byte[] {0}, d.getFirst());
    }
    int k = k(d.size());
    return hash(new byte[] {1}, root(d.subList(0, k)), root(d.subList(k, d.size())));
  }

  static List<byte[]> path(int m, List<byte[]> d) {
    if (d.size() == 1) {
      return List.of();
    }
    int k = k(d.size());
    List<byte[]> path = new ArrayList<>();
    if (m < k) {
      path.addAll(path(m, d.subList(0, k)));
      path.add(root(d.subList(k, d.size())));
    } else {
      path.addAll(path(m - k, d.subList(k, d.size())));
      path.add(root(d.subList(0, k)));
    }
    return path;
  }

  static List<byte[]> consistency(int m, List<byte[]> d) {
    return subProof(m, d, true);
  }

  private static List<byte[]> subProof(int m, List<byte[]> d, boolean b) {
    if (m == d.size()) {
      return b ? List.of() : List.of(root(d));
    }
    int k = k(d.size());
    List<byte[]> proof = new ArrayList<>();
    if (m <= k) {
      proof.addAll(subProof(m, d.subList(0, k), b));
      proof.add(root(d.subList(k, d.size())));
    } else {
      proof.addAll(subProof(m - k, d.subList(k, d.size()), false));
      proof.add(root(d.subList(0, k)));
    }
    return proof;
  }

  private static int k(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }

  private static byte[] hash(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return Digest.of(all.toByteArray()).bytes();
  }
}
