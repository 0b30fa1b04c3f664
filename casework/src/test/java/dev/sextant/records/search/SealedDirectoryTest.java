package dev.sextant.records.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.RandomAccessInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedDirectoryTest {
  private static final byte[] KEY = new byte[32];

  @TempDir private Path folder;

  private SealedDirectory open(byte[] key) throws IOException {
    return new SealedDirectory(FSDirectory.open(folder), key);
  }

  private static byte[] written(SealedDirectory directory, String name, int length, long seed)
      throws IOException {
    byte[] bytes = new byte[length];
    Random random = new Random(seed);
    random.nextBytes(bytes);
    try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
      int at = 0;
      while (at < length) {
        int some = Math.min(length - at, random.nextInt(6000));
        if (some == 1) {
          out.writeByte(bytes[at]);
        } else {
          out.writeBytes(bytes, at, some);
        }
        at += some;
      }
      assertThat(out.getFilePointer()).isEqualTo(length);
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4095, 4096, 4097, 8192, 100_003})
  void whatIsWrittenIsReadAtAnyPlace(int length) throws IOException {
    try (SealedDirectory directory = open(KEY)) {
      byte[] bytes = written(directory, "a", length, length);
      assertThat(directory.fileLength("a")).isEqualTo(length);
      try (IndexInput in = directory.openInput("a", IOContext.DEFAULT)) {
        assertThat(in.length()).isEqualTo(length);
        Random random = new Random(length);
        for (int i = 0; i < 300 && length > 0; i++) {
          int from = random.nextInt(length);
          int some = random.nextInt(length - from + 1);
          IndexInput reader = random.nextBoolean() ? in : in.clone();
          reader.seek(from);
          byte[] read = new byte[some];
          reader.readBytes(read, 0, some);
          assertThat(read).isEqualTo(Arrays.copyOfRange(bytes, from, from + some));
          RandomAccessInput slice = in.randomAccessSlice(from, some);
          int within = some == 0 ? 0 : random.nextInt(some);
          if (within + 8 <= some) {
            assertThat(slice.readLong(within)).isEqualTo(number(bytes, from + within, 8));
            assertThat(slice.readInt(within)).isEqualTo((int) number(bytes, from + within, 4));
            assertThat(slice.readShort(within)).isEqualTo((short) number(bytes, from + within, 2));
            assertThat(slice.readByte(within)).isEqualTo(bytes[from + within]);
          }
          if (some > 0) {
            assertThatThrownBy(() -> slice.readByte(some)).isInstanceOf(EOFException.class);
          }
        }
        in.seek(length);
        assertThatThrownBy(in::readByte).isInstanceOf(EOFException.class);
      }
    }
  }

  private static long number(byte[] bytes, int at, int width) {
    long value = 0;
    for (int i = width - 1; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xff;
    }
    return value;
  }

  @Test
  void whatLiesOnTheDiskIsNotWhatWasWritten() throws IOException {
    byte[] words = "the marked words of this test".repeat(500).getBytes(StandardCharsets.UTF_8);
    try (SealedDirectory directory = open(KEY)) {
      for (String name : new String[] {"a", "b"}) {
        try (IndexOutput out = directory.createOutput(name, IOContext.DEFAULT)) {
          out.writeBytes(words, words.length);
        }
      }
    }
    byte[] a = Files.readAllBytes(folder.resolve("a"));
    assertThat(new String(a, StandardCharsets.ISO_8859_1)).doesNotContain("marked");
    assertThat(a).isNotEqualTo(Files.readAllBytes(folder.resolve("b")));
  }

  @Test
  void everyByteAndTheLengthAreBound() throws IOException {
    int length = 3 * SealedBlocks.BLOCK_BYTES;
    try (SealedDirectory directory = open(KEY)) {
      written(directory, "a", length, 1);
    }
    byte[] whole = Files.readAllBytes(folder.resolve("a"));
    Random random = new Random(2);
    for (int i = 0; i < 60; i++) {
      byte[] altered = whole.clone();
      int at = random.nextInt(whole.length);
      altered[at] ^= (byte) (1 << random.nextInt(8));
      refused(altered, "byte " + at);
    }
    int block = SealedBlocks.BLOCK_BYTES + SealedBlocks.TAG_BYTES;
    refused(Arrays.copyOf(whole, whole.length - block), "cut at a block's end");
    refused(Arrays.copyOf(whole, whole.length - 1), "cut by a byte");
    refused(Arrays.copyOf(whole, 10), "cut to its head");
  }

  private void refused(byte[] sealed, String what) throws IOException {
    Files.write(folder.resolve("a"), sealed);
    try (SealedDirectory directory = open(KEY)) {
      assertThatThrownBy(
              () -> {
                try (IndexInput in = directory.openInput("a", IOContext.DEFAULT)) {
                  in.readBytes(new byte[(int) in.length()], 0, (int) in.length());
                }
              })
          .as(what)
          .isInstanceOf(CorruptIndexException.class);
    }
  }

  @Test
  void anotherKeyOpensNothing() throws IOException {
    try (SealedDirectory directory = open(KEY)) {
      written(directory, "a", 5000, 3);
    }
    byte[] other = KEY.clone();
    other[0] = 1;
    try (SealedDirectory directory = open(other);
        IndexInput in = directory.openInput("a", IOContext.DEFAULT)) {
      assertThatThrownBy(in::readByte).isInstanceOf(CorruptIndexException.class);
    }
  }
}
