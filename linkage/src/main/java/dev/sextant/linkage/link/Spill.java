package dev.sextant.linkage.link;

import dev.sextant.linkage.LinkageFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where compared pairs and their scores are kept: in memory, or, for runs whose pairs do not fit
 * there, in a file of a folder. The file has no name in the folder while it is used (it is deleted
 * when it is closed, or when the program ends). What is read back is what was written, bit for bit:
 * a run gives the same either way. Safe from many threads.
 */
final class Spill implements AutoCloseable {
  /** Bytes that a compared pair takes in the file: rows, levels, and a score in each round. */
  static final int BYTES = 24;

  private final @Nullable FileChannel file;
  private final String place;
  private long end;

  private Spill(@Nullable FileChannel file, String place) {
    this.file = file;
    this.place = place;
  }

  /** Keeps everything in memory. */
  static Spill none() {
    return new Spill(null, "");
  }

  /**
   * Keeps everything in a file.
   *
   * @param folder that has room: {@value #BYTES} bytes a compared pair
   * @throws LinkageFault {@code SX-LINK-SPILL} if no file can be made there
   */
  static Spill in(Path folder) {
    try {
      Path path = Files.createTempFile(folder, "linkage-", ".pairs");
      return over(
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE),
          folder.toString());
    } catch (IOException e) {
      throw fault(folder.toString(), e);
    }
  }

  /** Keeps everything in an open file. */
  static Spill over(FileChannel file, String place) {
    return new Spill(file, place);
  }

  private static LinkageFault fault(String place, IOException cause) {
    return new LinkageFault(
        "SX-LINK-SPILL",
        "pairs cannot be kept in a file",
        place,
        cause.getClass().getSimpleName() + ": " + cause.getMessage(),
        "name a folder that can be written and has room (" + BYTES + " bytes a compared pair)",
        cause);
  }

  /** Whether there is a file. */
  boolean kept() {
    return file != null;
  }

  /** Keeps pairs. */
  Kept<ComparedPairs> keep(ComparedPairs pairs) {
    if (file == null) {
      return new Kept<>(pairs.size(), () -> pairs);
    }
    int size = pairs.size();
    ByteBuffer bytes = ByteBuffer.allocate(16 * size);
    bytes.asIntBuffer().put(pairs.a()).put(pairs.b());
    bytes.slice(8 * size, 8 * size).asLongBuffer().put(pairs.patterns());
    long at = write(bytes);
    return new Kept<>(
        size,
        () -> {
          ByteBuffer read = read(at, 16 * size);
          int[] a = new int[size];
          int[] b = new int[size];
          long[] patterns = new long[size];
          read.asIntBuffer().get(a).get(b);
          read.slice(8 * size, 8 * size).asLongBuffer().get(patterns);
          return new ComparedPairs(a, b, patterns);
        });
  }

  /** Keeps scores. */
  Kept<int[]> keep(int[] scores) {
    if (file == null) {
      return new Kept<>(scores.length, () -> scores);
    }
    int size = scores.length;
    ByteBuffer bytes = ByteBuffer.allocate(4 * size);
    bytes.asIntBuffer().put(scores);
    long at = write(bytes);
    return new Kept<>(
        size,
        () -> {
          int[] read = new int[size];
          read(at, 4 * size).asIntBuffer().get(read);
          return read;
        });
  }

  private long write(ByteBuffer bytes) {
    FileChannel to = Objects.requireNonNull(file);
    long at;
    synchronized (this) {
      at = end;
      end += bytes.capacity();
    }
    try {
      for (long place = at; bytes.hasRemaining(); place = at + bytes.position()) {
        to.write(bytes, place);
      }
    } catch (IOException e) {
      throw fault(place, e);
    }
    return at;
  }

  private ByteBuffer read(long at, int length) {
    FileChannel from = Objects.requireNonNull(file);
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try {
      while (bytes.hasRemaining()) {
        if (from.read(bytes, at + bytes.position()) < 0) {
          throw new IOException("the file ends early");
        }
      }
    } catch (IOException e) {
      throw fault(place, e);
    }
    return bytes.flip();
  }

  /** A list that fetches each element when it is asked for. */
  static <T> List<T> list(List<Kept<T>> kept) {
    List<Kept<T>> held = new ArrayList<>(kept);
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        return held.get(index).fetch().get();
      }

      @Override
      public int size() {
        return held.size();
      }
    };
  }

  /**
   * Something kept.
   *
   * @param size how many pairs
   * @param fetch reads it
   */
  record Kept<T>(int size, Supplier<T> fetch) {}

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
