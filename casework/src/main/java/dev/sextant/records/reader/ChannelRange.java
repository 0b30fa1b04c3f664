package dev.sextant.records.reader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** Reads a range of a shared channel; several may run at once. */
final class ChannelRange extends InputStream {
  private final SeekableByteChannel bytes;
  private final long end;
  private long at;

  ChannelRange(SeekableByteChannel bytes, long from, long length) {
    this.bytes = bytes;
    this.at = from;
    this.end = from + length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int most = (int) Math.min(length, end - at);
    int n = most <= 0 ? 0 : ExhibitSource.readFully(bytes, at, ByteBuffer.wrap(into, from, most));
    at += n;
    return n == 0 ? -1 : n;
  }

  @Override
  public long skip(long n) {
    long step = Math.clamp(n, 0, end - at);
    at += step;
    return step;
  }
}
