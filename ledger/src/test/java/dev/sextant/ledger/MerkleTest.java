package dev.sextant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MerkleTest {
  /**
   * The eight entries and roots of the test tree of Certificate Transparency's reference code
   * (google/certificate-transparency, cpp/merkletree/merkle_tree_test.cc), used by RFC 6962
   * implementations since.
   */
  private static final List<String> CT_ENTRIES =
      List.of(
          "",
          "00",
          "10",
          "2021",
          "3031",
          "40414243",
          "5051525354555657",
          "606162636465666768696a6b6c6d6e6f");

  private static final List<String> CT_ROOTS =
      List.of(
          "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
          "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
          "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
          "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
          "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
          "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
          "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
          "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

  @Test
  void rootsOfTheCertificateTransparencyTestTree() {
    List<byte[]> entries = CT_ENTRIES.stream().map(HexFormat.of()::parseHex).toList();
    for (int size = 1; size <= entries.size(); size++) {
      byte[] root = Merkle.root(nodes(entries), 0, size);
      assertThat(HexFormat.of().formatHex(root)).isEqualTo(CT_ROOTS.get(size - 1));
    }
    assertThat(HexFormat.of().formatHex(Merkle.root(nodes(entries), 0, 0)))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Property(tries = 300)
  void rootOfAnyRangeIsThatOfTheNaiveTwin(
      @ForAll @IntRange(min = 0, max = 70) int from, @ForAll @IntRange(min = 0, max = 70) int n) {
    List<byte[]> entries = entries(from + n);
    assertThat(Merkle.root(nodes(entries), from, from + n))
        .isEqualTo(NaiveTree.root(entries.subList(from, from + n)));
  }

  @Property(tries = 300)
  void inclusionProofsAreThoseOfTheNaiveTwinAndOnlyTheyVerify(
      @ForAll @IntRange(min = 1, max = 130) int size,
      @ForAll @IntRange(min = 0, max = 129) int any,
      @ForAll @IntRange(min = 0, max = 32 * 8 - 1) int bit) {
    int index = any % size;
    List<byte[]> entries = entries(size);
    List<byte[]> path = Merkle.inclusion(nodes(entries), index, size);
    byte[] root = NaiveTree.root(entries);
    byte[] leaf = Merkle.leafHash(entries.get(index));
    assertThat(hex(path)).isEqualTo(hex(NaiveTree.path(index, entries)));
    assertThat(Merkle.includes(index, size, leaf, path, root)).isTrue();
    assertThat(Merkle.includes(index, size, flip(leaf, bit), path, root)).isFalse();
    assertThat(Merkle.includes(index, size, leaf, path, flip(root, bit))).isFalse();
    assertThat(Merkle.includes(index + 1, size, leaf, path, root)).isFalse();
    List<byte[]> longer = new ArrayList<>(path);
    longer.add(root);
    assertThat(Merkle.includes(index, size, leaf, longer, root)).isFalse();
    if (!path.isEmpty()) {
      List<byte[]> bent = new ArrayList<>(path);
      bent.set(any % path.size(), flip(path.get(any % path.size()), bit));
      assertThat(Merkle.includes(index, size, leaf, bent, root)).isFalse();
      assertThat(Merkle.includes(index, size, leaf, path.subList(1, path.size()), root)).isFalse();
    }
  }

  @Property(tries = 300)
  void consistencyProofsAreThoseOfTheNaiveTwinAndOnlyTheyVerify(
      @ForAll @IntRange(min = 1, max = 130) int size,
      @ForAll @IntRange(min = 0, max = 129) int any,
      @ForAll @IntRange(min = 0, max = 32 * 8 - 1) int bit) {
    int old = 1 + any % size;
    List<byte[]> entries = entries(size);
    List<byte[]> path = Merkle.consistency(nodes(entries), old, size);
    byte[] oldRoot = NaiveTree.root(entries.subList(0, old));
    byte[] root = NaiveTree.root(entries);
    assertThat(hex(path)).isEqualTo(hex(NaiveTree.consistency(old, entries)));
    assertThat(Merkle.consistent(old, size, oldRoot, root, path)).isTrue();
    assertThat(Merkle.consistent(old, size, flip(oldRoot, bit), root, path)).isFalse();
    assertThat(Merkle.consistent(old, size, oldRoot, flip(root, bit), path)).isFalse();
    if (!path.isEmpty()) {
      List<byte[]> bent = new ArrayList<>(path);
      bent.set(any % path.size(), flip(path.get(any % path.size()), bit));
      assertThat(Merkle.consistent(old, size, oldRoot, root, bent)).isFalse();
    }
  }

  private static Merkle.Nodes nodes(List<byte[]> entries) {
    return (height, index) -> {
      int from = (int) (index << height);
      return NaiveTree.root(entries.subList(from, from + (1 << height)));
    };
  }

  private static List<byte[]> entries(int n) {
    List<byte[]> entries = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      entries.add(ByteBuffer.allocate(4).putInt(i).array());
    }
    return entries;
  }

  private static byte[] flip(byte[] bytes, int bit) {
    byte[] flipped = Arrays.copyOf(bytes, bytes.length);
    flipped[bit / 8] ^= (byte) (1 << (bit % 8));
    return flipped;
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(HexFormat.of()::formatHex).toList();
  }
}
