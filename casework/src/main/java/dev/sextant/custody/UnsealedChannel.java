package dev.sextant.custody;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** Reads a sealed file at any place, one verified chunk in memory. */
final class UnsealedChannel implements SeekableByteChannel {
  private static final int STRIDE = SealedFormat.CHUNK_BYTES + SealedFormat.TAG_BYTES;

  private final FileChannel file;
  private final String place;
  private final SealedFormat format;
  private final long chunks;
  private final long size;
  private final byte[] sealed = new byte[STRIDE];
  private final byte[] plain = new byte[SealedFormat.CHUNK_BYTES];
  private long held = -1;
  private long position;

  private UnsealedChannel(FileChannel file, String place, SealedFormat format, long body) {
    this.file = file;
    this.place = place;
    this.format = format;
    this.chunks = (body + STRIDE - 1) / STRIDE;
    this.size = body - chunks * SealedFormat.TAG_BYTES;
  }

  static UnsealedChannel open(Path path, byte[] exhibitKey) throws IOException {
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ);
    try {
      String place = String.valueOf(path.getFileName());
      long body = file.size() - SealedFormat.HEADER_BYTES;
      long rest = Math.floorMod(body, (long) STRIDE);
      // A last chunk holds its tag at least; it is empty only if it is the only one.
      boolean fits =
          body >= SealedFormat.TAG_BYTES
              && (rest == 0 || rest > SealedFormat.TAG_BYTES || body == SealedFormat.TAG_BYTES);
      if (!fits) {
        throw new CustodyFault.Altered(
            "the sealed file was cut short", place, file.size() + " bytes");
      }
      byte[] header = new byte[SealedFormat.HEADER_BYTES];
      readFully(file, header, header.length, 0);
      UnsealedChannel channel =
          new UnsealedChannel(file, place, SealedFormat.of(header, exhibitKey, place), body);
      channel.load(channel.chunks - 1);
      return channel;
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static void readFully(FileChannel file, byte[] into, int length, long at)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(into, 0, length);
    while (buffer.hasRemaining()) {
      if (file.read(buffer, at + buffer.position()) < 0) {
        throw new EOFException("sealed file ends early");
      }
    }
  }

  private void load(long chunk) throws IOException {
    if (chunk == held) {
      return;
    }
    held = -1;
    boolean last = chunk == chunks - 1;
    long at = SealedFormat.HEADER_BYTES + chunk * STRIDE;
    int expected =
        last ? (int) (size - chunk * SealedFormat.CHUNK_BYTES) : SealedFormat.CHUNK_BYTES;
    readFully(file, sealed, expected + SealedFormat.TAG_BYTES, at);
    int length = format.open(chunk, last, sealed, expected + SealedFormat.TAG_BYTES, plain);
    if (length != expected) {
      Arrays.fill(plain, (byte) 0);
      throw new CustodyFault.Altered("a chunk does not verify", place, "offset " + at);
    }
    held = chunk;
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    requireOpen();
    if (position >= size) {
      return -1;
    }
    int done = 0;
    while (into.hasRemaining() && position < size) {
      long chunk = position / SealedFormat.CHUNK_BYTES;
      load(chunk);
      int from = (int) (position % SealedFormat.CHUNK_BYTES);
      long left = Math.min(size - position, (long) SealedFormat.CHUNK_BYTES - from);
      int length = (int) Math.min(left, into.remaining());
      into.put(plain, from, length);
      position += length;
      done += length;
    }
    return done;
  }

  @Override
  public long position() throws IOException {
    requireOpen();
    return position;
  }

  @Override
  public SeekableByteChannel position(long at) throws IOException {
    requireOpen();
    if (at < 0) {
      throw new IllegalArgumentException("position " + at);
    }
    position = at;
    return this;
  }

  @Override
  public long size() throws IOException {
    requireOpen();
    return size;
  }

  private void requireOpen() throws IOException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public int write(ByteBuffer from) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long to) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    Arrays.fill(plain, (byte) 0);
    held = -1;
    file.close();
  }
}
