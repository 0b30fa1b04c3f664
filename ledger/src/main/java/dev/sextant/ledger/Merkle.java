package dev.sextant.ledger;

import dev.sextant.terms.Digest;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The SHA-256 Merkle tree of RFC 6962 §2.1 (RFC 9162 §2.1): hashes, roots, proofs and their
 * verification. Pure functions; every hash is 32 raw bytes.
 *
 * <p>Cost: a root, an inclusion proof or a consistency proof over {@code n} entries asks for O(log
 * n) nodes.
 */
public final class Merkle {
  /** Length of a hash in bytes. */
  public static final int HASH_BYTES = 32;

  private Merkle() {}

  /** Where complete subtrees are read from. */
  @FunctionalInterface
  public interface Nodes {
    /**
     * The hash of the complete subtree over entries {@code index << height} to {@code (index + 1)
     * << height}, exclusive.
     */
    byte[] node(int height, long index);
  }

  /** SHA-256(0x00, entry). */
  public static byte[] leafHash(byte[] entry) {
    MessageDigest sha = Digest.sha256();
    sha.update((byte) 0);
    return sha.digest(entry);
  }

  /** SHA-256(0x01, left, right). */
  public static byte[] nodeHash(byte[] left, byte[] right) {
    MessageDigest sha = Digest.sha256();
    sha.update((byte) 1);
    sha.update(left);
    return sha.digest(right);
  }

  /** The root of the tree without entries: SHA-256 of nothing. */
  public static byte[] emptyRoot() {
    return Digest.sha256().digest();
  }

  /**
   * The tree hash of entries {@code from} to {@code to}, exclusive: MTH(D[from:to]). Costs O(log n)
   * nodes when {@code from} is a multiple of the power of two at or above the range's length, O(n)
   * otherwise.
   */
  public static byte[] root(Nodes nodes, long from, long to) {
    requireRange(from, to);
    return from == to ? emptyRoot() : range(nodes, from, to);
  }

  private static byte[] range(Nodes nodes, long from, long to) {
    long n = to - from;
    if (Long.bitCount(n) == 1 && from % n == 0) {
      int height = Long.numberOfTrailingZeros(n);
      return nodes.node(height, from >> height);
    }
    long split = from + split(n);
    return nodeHash(range(nodes, from, split), range(nodes, split, to));
  }

  /** The largest power of two below n, for n of at least 2. */
  private static long split(long n) {
    return Long.highestOneBit(n - 1);
  }

  /** The audit path of RFC 6962 §2.1.1, from the leaf's sibling upwards. */
  public static List<byte[]> inclusion(Nodes nodes, long index, long size) {
    if (index < 0 || index >= size) {
      throw new LedgerFault.OutOfRange("inclusion proof", index + " of " + size);
    }
    List<byte[]> path = new ArrayList<>();
    long from = 0;
    long to = size;
    while (to - from > 1) {
      long split = from + split(to - from);
      if (index < split) {
        path.add(range(nodes, split, to));
        to = split;
      } else {
        path.add(range(nodes, from, split));
        from = split;
      }
    }
    return path.reversed();
  }

  /**
   * The consistency proof of RFC 6962 §2.1.2 between two sizes; empty if they are equal or the old
   * one is 0.
   */
  public static List<byte[]> consistency(Nodes nodes, long old, long size) {
    requireRange(old, size);
    List<byte[]> path = new ArrayList<>();
    if (old == 0) {
      return path;
    }
    long from = 0;
    long to = size;
    boolean whole = true;
    while (old != to) {
      long split = from + split(to - from);
      if (old <= split) {
        path.add(range(nodes, split, to));
        to = split;
      } else {
        path.add(range(nodes, from, split));
        from = split;
        whole = false;
      }
    }
    if (!whole) {
      path.add(range(nodes, from, to));
    }
    return path.reversed();
  }

  private static void requireRange(long from, long to) {
    if (from < 0 || to < from) {
      throw new LedgerFault.OutOfRange("range of entries", from + " to " + to);
    }
  }

  /** Whether the audit path leads from this leaf hash to this root (RFC 9162 §2.1.3.2). */
  public static boolean includes(
      long index, long size, byte[] leafHash, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size || !wellFormed(path)) {
      return false;
    }
    if (leafHash.length != HASH_BYTES || root.length != HASH_BYTES) {
      return false;
    }
    long node = index;
    long last = size - 1;
    byte[] hash = leafHash;
    for (byte[] step : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = nodeHash(step, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        hash = nodeHash(hash, step);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(hash, root);
  }

  /**
   * Whether the proof shows that the tree of the new root continues the tree of the old one (RFC
   * 9162 §2.1.4.2). A proof from the empty tree says nothing and is refused: every tree continues
   * it.
   */
  public static boolean consistent(
      long old, long size, byte[] oldRoot, byte[] root, List<byte[]> path) {
    if (old <= 0 || old > size || !wellFormed(path)) {
      return false;
    }
    if (old == size) {
      return path.isEmpty() && Arrays.equals(oldRoot, root);
    }
    if (path.isEmpty()) {
      return false;
    }
    boolean power = Long.bitCount(old) == 1;
    byte[] first = power ? oldRoot : path.getFirst();
    return climb(
        old - 1, size - 1, first, oldRoot, root, power ? path : path.subList(1, path.size()));
  }

  private static boolean climb(
      long oldLast, long newLast, byte[] first, byte[] oldRoot, byte[] root, List<byte[]> path) {
    long node = oldLast;
    long last = newLast;
    while ((node & 1) == 1) {
      node >>= 1;
      last >>= 1;
    }
    byte[] oldHash = first;
    byte[] newHash = first;
    for (byte[] step : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        oldHash = nodeHash(step, oldHash);
        newHash = nodeHash(step, newHash);
        while ((node & 1) == 0 && node != 0) {
          node >>= 1;
          last >>= 1;
        }
      } else {
        newHash = nodeHash(newHash, step);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(oldHash, oldRoot) && Arrays.equals(newHash, root);
  }

  private static boolean wellFormed(List<byte[]> path) {
    // 63 steps lead through any tree whose size fits a long.
    return path.size() <= 63 && path.stream().allMatch(hash -> hash.length == HASH_BYTES);
  }
}
