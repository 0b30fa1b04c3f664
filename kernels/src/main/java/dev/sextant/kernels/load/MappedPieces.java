package dev.sextant.kernels.load;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/* A file through a window of mapped memory that moves along it, so that files larger than the address
 * space that one is willing to spend are read too. Bytes are copied from the window to a small array
 * that stays in the processor's cache: parsing an array needs no checks that the mapping is still
 * there, and copying runs at many times the speed of parsing. */
final class MappedPieces implements AutoCloseable {
  /** Large enough that mapping costs nothing, small enough for any address space. */
  private static final long WINDOW = 64L << 20;

  private final FileChannel channel;
  private final long size;
  private @Nullable Arena arena;
  private MemorySegment window = MemorySegment.NULL;
  private long windowStart;
  private long at;

  private MappedPieces(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  static MappedPieces of(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      return new MappedPieces(channel);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** Bytes in the file when it was opened. */
  long size() {
    return size;
  }

  /** Bytes handed out so far. */
  long position() {
    return at;
  }

  /** Copies up to so many bytes; answers how many, 0 at the end. */
  int next(byte[] into, int from, int most) throws IOException {
    if (at == size) {
      return 0;
    }
    if (at == windowStart + window.byteSize()) {
      map();
    }
    int count = (int) Math.min(most, windowStart + window.byteSize() - at);
    try {
      MemorySegment.copy(window, ValueLayout.JAVA_BYTE, at - windowStart, into, from, count);
    } catch (InternalError e) {
      // What a mapping does when another program has cut the file.
      throw new IOException("the file became shorter while it was read", e);
    }
    at += count;
    return count;
  }

  private void map() throws IOException {
    unmap();
    Arena next = Arena.ofConfined();
    arena = next;
    windowStart = at;
    window = channel.map(FileChannel.MapMode.READ_ONLY, at, Math.min(WINDOW, size - at), next);
  }

  private void unmap() {
    if (arena != null) {
      arena.close();
      arena = null;
      window = MemorySegment.NULL;
    }
  }

  @Override
  public void close() throws IOException {
    unmap();
    channel.close();
  }
}
